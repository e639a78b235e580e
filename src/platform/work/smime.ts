import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import * as pki from 'pkijs';
import { Refusal } from '../../kernel/refusal.ts';

/** Whose word the house takes for a certificate. */
export interface Trust {
  /** Certificates of authorities, PEM. */
  readonly authorities: readonly string[];
  /** Whether a certificate that vouches for itself is taken too. */
  readonly selfSigned: boolean;
}

/** A certificate of somebody else's that may be written to. */
export interface OthersCertificate {
  /** The certificate, and what stands between it and an authority; PEM. */
  readonly pem: string;
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly expiresAt: Date;
}

const longest = 65_536;
const mostCertificates = 6;
const fewestBits = 2_048;
const weakHashes = /md5|sha-?1(?:With|$)/iu;
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const emailProtection = ['1.3.6.1.5.5.7.3.4', '2.5.29.37.0'];
const engine = (): pki.ICryptoEngine => new pki.CryptoEngine({ crypto: webcrypto as Crypto, name: 'node' });

/**
 * Reads a certificate that somebody brought for an address, with what vouches for it. Refuses, each for its own reason, what is no
 * certificate, a private key, another's, an authority's, expired, weak, not for encrypted mail, or vouched for by nobody known.
 */
export const readOthersCertificate = async (
  pem: string,
  address: string,
  now: Date,
  trust: Trust,
): Promise<OthersCertificate> => {
  if (/PRIVATE KEY-----/u.test(pem)) throw new Refusal('certificate-private');
  const [own, ...between] = certificatesIn(pem);
  if (own === undefined) throw new Refusal('certificate-unreadable');
  if (own.checkEmail(address) === undefined) throw new Refusal('certificate-not-yours', { address });
  if (own.validToDate <= now || own.validFromDate > now) throw new Refusal('certificate-expired');
  if (isWeak(own)) throw new Refusal('certificate-weak');
  if (own.ca || !mayEncryptMail(own)) throw new Refusal('certificate-cannot-encrypt');
  if (!(await isVouchedFor(own, between, now, trust))) throw new Refusal('certificate-untrusted');
  return {
    pem: [own, ...between].map((it) => it.toString()).join(''),
    fingerprint: own.fingerprint256.replaceAll(':', ''),
    subject: nameIn(own.subject),
    issuer: nameIn(own.issuer),
    expiresAt: own.validToDate,
  };
};

/** Whether a text is one or more certificates. */
export const areCertificates = (pem: string): boolean => certificatesIn(pem).length > 0;

const certificatesIn = (pem: string): X509Certificate[] => {
  const blocks =
    pem.length > longest ? [] : (pem.match(/-----BEGIN CERTIFICATE-----[\w\s+/=]+-----END CERTIFICATE-----/gu) ?? []);
  if (blocks.length > mostCertificates) return [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return [];
  }
};

const isWeak = (it: X509Certificate): boolean => {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: of } = it.publicKey;
  const key =
    kind === 'rsa' ? (of?.modulusLength ?? 0) >= fewestBits : kind === 'ec' && curves.has(of?.namedCurve ?? '');
  return !key || weakHashes.test(it.signatureAlgorithm ?? '');
};

const parsed = (it: X509Certificate): pki.Certificate => pki.Certificate.fromBER(new Uint8Array(it.raw));

// Where it says what it is for, it has to say so of encrypting (RSA) or agreeing on keys (elliptic curves), and of mail.
const mayEncryptMail = (it: X509Certificate): boolean => {
  const purposes = it.keyUsage;
  if (purposes !== undefined && !purposes.some((one) => emailProtection.includes(one))) return false;
  const usage = parsed(it).extensions?.find((one) => one.extnID === '2.5.29.15');
  if (usage === undefined) return true;
  const { result } = fromBER(usage.extnValue.valueBlock.valueHexView);
  const [bits = 0] = 'valueHexView' in result.valueBlock ? result.valueBlock.valueHexView : [];
  return (bits & (it.publicKey.asymmetricKeyType === 'rsa' ? 0x20 : 0x08)) !== 0;
};

const isVouchedFor = async (
  own: X509Certificate,
  between: readonly X509Certificate[],
  now: Date,
  trust: Trust,
): Promise<boolean> => {
  const itself = own.subject === own.issuer && own.verify(own.publicKey);
  if (itself) return trust.selfSigned;
  if (between.some(isWeak)) return false;
  const chain = new pki.CertificateChainValidationEngine({
    trustedCerts: trust.authorities.map((it) => parsed(new X509Certificate(it))),
    certs: [...between.filter((it) => it.ca), own].map(parsed),
    checkDate: now,
  });
  const { result } = await chain.verify({ passedWhenNotRevValues: true }, engine());
  return result;
};

const nameIn = (name: string): string =>
  (/^CN=(.+)$/mu.exec(name)?.[1] ?? /^emailAddress=(.+)$/mu.exec(name)?.[1] ?? name).slice(0, 200);

/** The house's certificate: it signs what goes out. */
export interface OwnCertificate {
  readonly expiresAt: Date;
  /** A detached signature over exactly these bytes, DER. */
  sign(entity: Buffer): Promise<Buffer>;
  /** These bytes with a signature around them, DER. */
  wrap(entity: Buffer): Promise<Buffer>;
}

/**
 * Takes the operator's signing certificate into use for a sender's address; `chain` may hold what vouches for it. Throws when key
 * and certificate do not belong together or it is of another address.
 */
export const openOwnCertificate = async (chain: string, secret: string, address: string): Promise<OwnCertificate> => {
  const [own, ...between] = certificatesIn(chain);
  if (own === undefined) throw new Error('no certificate');
  const key = createPrivateKey(secret);
  if (!own.checkPrivateKey(key)) throw new Error('the key is of another certificate');
  if (own.checkEmail(address) === undefined) throw new Error('the certificate is of another address');
  const imported = await importKey(key);
  const signed = (detached: boolean) => async (entity: Buffer) => {
    const data = new pki.SignedData({
      version: 1,
      encapContentInfo: new pki.EncapsulatedContentInfo({
        eContentType: pki.ContentInfo.DATA,
        eContent: new OctetString({ valueHex: exactly(entity) }),
      }),
      signerInfos: [
        new pki.SignerInfo({
          version: 1,
          sid: new pki.IssuerAndSerialNumber({ issuer: parsed(own).issuer, serialNumber: parsed(own).serialNumber }),
          signedAttrs: await attributesOf(entity),
        }),
      ],
      certificates: [own, ...between].map(parsed),
    });
    await data.sign(imported as CryptoKey, 0, 'SHA-256', exactly(entity), engine());
    if (detached) delete data.encapContentInfo.eContent;
    const info = new pki.ContentInfo({ contentType: pki.ContentInfo.SIGNED_DATA, content: data.toSchema(true) });
    return Buffer.from(info.toSchema().toBER());
  };
  return { expiresAt: own.validToDate, sign: signed(true), wrap: signed(false) };
};

const importKey = (key: KeyObject): Promise<webcrypto.CryptoKey> => {
  const curve = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }[
    key.asymmetricKeyDetails?.namedCurve ?? ''
  ];
  const by =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: curve ?? '' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), by, false, ['sign']);
};

const attributesOf = async (entity: Buffer): Promise<pki.SignedAndUnsignedAttributes> => {
  const digest = await webcrypto.subtle.digest('SHA-256', exactly(entity));
  const attribute = (type: string, value: unknown): pki.Attribute => new pki.Attribute({ type, values: [value] });
  return new pki.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: pki.ContentInfo.DATA })),
      attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
    ],
  });
};

/** Encrypts bytes for the reader of a certificate (CMS, AES-256). Refuses one that does not stand any more. */
export const sealFor = async (entity: Buffer, pem: string, now: Date, trust: Trust): Promise<Buffer> => {
  const [own, ...between] = certificatesIn(pem);
  if (own === undefined || own.validToDate <= now || !(await isVouchedFor(own, between, now, trust)))
    throw new Refusal('certificate-untrusted');
  const enveloped = new pki.EnvelopedData();
  enveloped.addRecipientByCertificate(parsed(own), { oaepHashAlgorithm: 'SHA-256' }, undefined, engine());
  await enveloped.encrypt({ name: 'AES-CBC', length: 256 } as Algorithm, exactly(entity), engine());
  const info = new pki.ContentInfo({ contentType: pki.ContentInfo.ENVELOPED_DATA, content: enveloped.toSchema() });
  return Buffer.from(info.toSchema().toBER());
};

// A buffer may be a window on a larger one.
const exactly = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;
