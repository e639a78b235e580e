import { accountDoors } from './doors/accounts.ts';
import { agreementDoors } from './doors/agreements.ts';
import { credentialDoors } from './doors/credentials.ts';
import { directoryDoors } from './doors/directory.ts';
import { handoverDoors } from './doors/handover.ts';
import { recoveryDoors } from './doors/recovery.ts';
import { dutyDoors } from './doors/duty.ts';
import { sessionDoors } from './doors/session.ts';
import { successionDoors } from './doors/succession.ts';

export * from './doors/accounts.ts';
export * from './doors/agreements.ts';
export * from './doors/ceremony.ts';
export * from './doors/credentials.ts';
export * from './doors/demo.ts';
export * from './doors/directory.ts';
export * from './doors/handover.ts';
export * from './doors/recovery.ts';
export * from './doors/duty.ts';
export * from './doors/session.ts';
export * from './doors/succession.ts';

/** The doors of this room; those of a demo stand apart in `demoDoors`. */
export const partiesDoors = {
  ...sessionDoors,
  ...credentialDoors,
  ...accountDoors,
  ...recoveryDoors,
  ...handoverDoors,
  ...successionDoors,
  ...directoryDoors,
  ...agreementDoors,
  ...dutyDoors,
} as const;

/** Facts of this room. All are open only to who did it; subjects are named beside each. */
export const partiesFacts = [
  /** subject: the person */
  'session.opened',
  'session.ended',
  'session.moved',
  'credential.added',
  'credential.changed',
  'credential.removed',
  /** subject: the key */
  'key.created',
  'key.ended',
  /** subject: the body */
  'body.enrolled',
  /** subject: the invitation */
  'invitation.sent',
  'invitation.revoked',
  'invitation.accepted',
  /** subject: the recovery */
  'recovery.opened',
  'recovery.confirmed',
  'recovery.revoked',
  'recovery.used',
  /** subject: the handover */
  'handover.proposed',
  'handover.confirmed',
  'handover.revoked',
  'handover.done',
  /** subject: the succession */
  'succession.proposed',
  'succession.confirmed',
  'succession.accepted',
  'succession.revoked',
  'succession.done',
  /** subject: the seat */
  'holder.ended',
  /** subject: the contact point */
  'contact.added',
  'contact.changed',
  'contact.ended',
  'contact.verified',
  /** subject: the body */
  'contacts.attested',
  'contacts.asked',
  'roster.changed',
  /** subject: the hub's seat */
  'introduction.made',
  /** subject: the circle */
  'circle.gathered',
  /** subject: the agreement; `agreement.concluded` is with a cyberspace business, `membership.concluded` with a hub's member */
  'agreement.proposed',
  'agreement.concluded',
  'membership.concluded',
  'agreement.declined',
  'agreement.ended',
] as const;
