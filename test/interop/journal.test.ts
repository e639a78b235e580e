import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigner, seal, type Signer } from '../../src/modules/journal/index.ts';
import { buildWorld, type World } from '../world.ts';

// A proof checked by programs that share no line with ours: Python's standard library, and OpenSSL.
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'noroshi-proof-'));

const verifier = `
import base64, hashlib, json, sys
proof = json.load(sys.stdin)
h = hashlib.sha256(b"\\x00" + proof["leaf"].encode()).digest()
fn, sn = proof["index"], proof["size"] - 1
for p in (base64.b64decode(x) for x in proof["path"]):
    if fn & 1 or fn == sn:
        h = hashlib.sha256(b"\\x01" + p + h).digest()
        while not fn & 1 and fn:
            fn >>= 1; sn >>= 1
    else:
        h = hashlib.sha256(b"\\x01" + h + p).digest()
    fn >>= 1; sn >>= 1
assert sn == 0
origin, size, root = proof["note"].split("\\n")[:3]
assert int(size) == proof["size"]
print(base64.b64encode(h).decode() == root)
`;

let world: World;
let signer: Signer;
let proof: { leaf: string; note: string };

beforeAll(async () => {
  world = await buildWorld();
  signer = await openSigner(world.worker, 'a secret of this test, long enough for it', 'https://noroshi.example');
  const report = { headline: '停止', eventType: 'E31', handling: { scheme: 'tlp', version: '2.0', value: 'GREEN' } };
  await world.call('operator.power-a', 'POST', '/api/reports', report);
  for (let n = 0; n < 3; n += 1) await seal(world.worker, world.clock, signer);
  const { body } = await world.call('operator.power-a', 'GET', '/api/journal/entries');
  proof = (await world.call('operator.power-a', 'GET', `/api/journal/proof/${body.items[0].id}`)).body;
});
afterAll(() => world.close());

describe('a proof of the journal', () => {
  it.skipIf(!has('python3', '--version'))(
    'holds for a verifier in Python, and no longer once a word is changed',
    () => {
      const ask = (it: unknown): string =>
        spawnSync('python3', ['-c', verifier], { input: JSON.stringify(it), encoding: 'utf8' }).stdout.trim();
      expect(ask(proof)).toBe('True');
      expect(ask({ ...proof, leaf: proof.leaf.replace('submitted', 'withdrawn') })).toBe('False');
    },
  );

  it.skipIf(!has('openssl', 'version'))('carries a signature that OpenSSL accepts, of these words only', () => {
    const [text, lines] = proof.note.split('\n\n') as [string, string];
    const key = Buffer.from(signer.verifierKey.split('+').slice(2).join('+'), 'base64').subarray(1);
    const signature = Buffer.from(lines.trim().split(' ')[2] as string, 'base64').subarray(4);
    const put = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    const keyFile = put('key.der', spki);
    const holds = (words: string): boolean =>
      has(
        'openssl',
        'pkeyutl',
        '-verify',
        '-pubin',
        '-keyform',
        'DER',
        '-inkey',
        keyFile,
        '-rawin',
        '-in',
        put('words', Buffer.from(words)),
        '-sigfile',
        put('signature', signature),
      );
    expect(holds(`${text}\n`)).toBe(true);
    expect(holds(`${text} \n`)).toBe(false);
  });
});
