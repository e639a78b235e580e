import { z } from 'zod';
import { line } from '../../../kernel/shapes.ts';

/** An address of electronic mail, in lower case. */
export const email = z
  .string()
  .max(200)
  .transform((s) => s.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email());

/** A password as it is chosen; whether it is good enough is a rule. */
export const password = z.string().min(1).max(200);

/** Six digits of a one-time code. */
export const code = z.string().regex(/^\d{6}$/u);

/** What the browser’s passkey call is given, as WebAuthn spells it. */
export const ceremony = z.object({ options: z.record(z.string(), z.unknown()) });

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/u);
const transports = z.array(z.string().max(20)).max(8);
const common = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

/** A new passkey as the browser answers with it (WebAuthn level 3, RegistrationResponseJSON). */
export const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(20_000),
    authenticatorData: base64url(8000).optional(),
    transports: transports.optional(),
    publicKeyAlgorithm: z.number().int().optional(),
    publicKey: base64url(4000).optional(),
  }),
});
export type Attestation = z.infer<typeof attestation>;

/** A passkey’s answer to a challenge (WebAuthn level 3, AuthenticationResponseJSON). */
export const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(8000),
    signature: base64url(8000),
    userHandle: base64url(200).nullish(),
  }),
});
export type Assertion = z.infer<typeof assertion>;

/** What a person calls a passkey, a key or a device. */
export const label = line(80);
