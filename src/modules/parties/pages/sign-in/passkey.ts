import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Assertion, Attestation } from '../../contract.ts';

type Options = Readonly<Record<string, unknown>>;

/** Why no passkey can be used here; null when one can. A bare address has no name that a passkey could belong to. */
export const noPasskeyHere = (): 'no-support' | 'bare-address' | null => {
  if (/^\d+\.\d+\.\d+\.\d+$|^\[/u.test(location.hostname)) return 'bare-address';
  return 'PublicKeyCredential' in window ? null : 'no-support';
};

/** The same page under the machine's name, where passkeys work. */
export const namedAddress = (): string => {
  const url = new URL(location.href);
  url.hostname = 'localhost';
  return url.href;
};

/** Has the device answer a challenge for signing in. Refuses `passkey-given-up` when the person or the device does not. */
export const answerWithPasskey = (options: Options): Promise<Assertion> =>
  given(startAuthentication({ optionsJSON: options as never })) as Promise<Assertion>;

/** Has the device make a new passkey. Refuses `passkey-given-up` when the person or the device does not. */
export const makePasskey = (options: Options): Promise<Attestation> =>
  given(startRegistration({ optionsJSON: options as never })) as Promise<Attestation>;

const given = async (ceremony: Promise<unknown>): Promise<unknown> => {
  try {
    return await ceremony;
  } catch {
    throw new Refusal('passkey-given-up');
  }
};
