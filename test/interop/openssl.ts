import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether OpenSSL is here; where it is not, what needs it is left out. */
export const opensslHere = spawnSync('openssl', ['version']).status === 0;

/** A certificate with its key, and where both lie. */
export interface Issued {
  readonly pem: string;
  readonly key: string;
  readonly at: string;
}

/** What a certificate says it is for. */
export interface Purpose {
  readonly email?: string;
  readonly usage?: string;
  readonly purposes?: string;
  readonly kind?: 'rsa' | 'rsa-short' | 'ec';
  readonly hash?: string;
  readonly ca?: boolean;
}

/** A workshop of certificates in a throwaway folder, kept by OpenSSL alone. */
export const openWorkshop = () => {
  const dir = mkdtempSync(join(tmpdir(), 'openssl-'));
  let made = 0;
  const file = (name: string, content: Buffer | string): string => {
    const path = join(dir, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (
    args: readonly string[],
    input?: Buffer | string,
  ): { out: Buffer; said: string; status: number | null } => {
    const it = spawnSync('openssl', [...args], { input });
    return { out: it.stdout, said: it.stderr.toString(), status: it.status };
  };
  const must = (args: readonly string[]): void => {
    const it = run(args);
    if (it.status !== 0) throw new Error(it.said);
  };
  const kinds = {
    rsa: ['-newkey', 'rsa:2048'],
    'rsa-short': ['-newkey', 'rsa:1024'],
    ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  };
  const extensions = (of: Purpose): string =>
    [
      `basicConstraints=critical,CA:${of.ca === true ? 'TRUE' : 'FALSE'}`,
      `keyUsage=critical,${of.usage ?? (of.ca === true ? 'keyCertSign' : 'digitalSignature,keyEncipherment')}`,
      ...(of.ca === true ? [] : [`extendedKeyUsage=${of.purposes ?? 'emailProtection'}`]),
      ...(of.email === undefined ? [] : [`subjectAltName=email:${of.email}`]),
    ].join('\n');
  /** A certificate of a name, by an authority or by itself. */
  const issue = (name: string, of: Purpose = {}, by?: Issued): Issued => {
    made += 1;
    const at = join(dir, `c${made}`);
    const ext = file(`c${made}.ext`, extensions(of));
    const hash = `-${of.hash ?? 'sha256'}`;
    must([
      'req',
      '-new',
      '-nodes',
      ...kinds[of.kind ?? 'rsa'],
      '-subj',
      `/O=Noroshi test/CN=${name}`,
      '-keyout',
      `${at}.key`,
      '-out',
      `${at}.csr`,
    ]);
    const signer =
      by === undefined
        ? ['-signkey', `${at}.key`]
        : ['-CA', `${by.at}.pem`, '-CAkey', `${by.at}.key`, '-CAcreateserial'];
    must(['x509', '-req', hash, '-days', '365', '-in', `${at}.csr`, '-extfile', ext, '-out', `${at}.pem`, ...signer]);
    return { at, pem: readFileSync(`${at}.pem`, 'utf8'), key: readFileSync(`${at}.key`, 'utf8') };
  };
  return { dir, file, run, issue, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
