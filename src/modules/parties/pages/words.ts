import { t } from '../../../portal/text.ts';
import type { ContactView, InvitationView, RecoveryView } from '../contract.ts';

/** What a contact point is there for, in words. */
export const roleWords = (role: ContactView['role']): string =>
  ({
    duty: t('parties.contact.role.duty'),
    incident: t('parties.contact.role.incident'),
    technical: t('parties.contact.role.technical'),
    executive: t('parties.contact.role.executive'),
    general: t('parties.contact.role.general'),
  })[role];

/** When a contact point answers, in words. */
export const hoursWords = (hours: ContactView['hours']): string =>
  ({ day: t('parties.hours.day'), night: t('parties.hours.night'), always: t('parties.hours.always') })[hours];

/** A day of the week, from 1 for Monday. */
export const weekdayWords = (n: number): string =>
  [
    t('parties.weekday.1'),
    t('parties.weekday.2'),
    t('parties.weekday.3'),
    t('parties.weekday.4'),
    t('parties.weekday.5'),
    t('parties.weekday.6'),
    t('parties.weekday.7'),
  ][n - 1] ?? '';

/** What became of an invitation, in words. */
export const invitationWords = (state: InvitationView['state']): string =>
  ({
    open: t('parties.invitation.open'),
    accepted: t('parties.invitation.accepted'),
    revoked: t('parties.invitation.revoked'),
    expired: t('parties.invitation.expired'),
  })[state];

/** What became of a recovery, in words. */
export const recoveryWords = (state: RecoveryView['state']): string =>
  ({
    open: t('parties.recovery.state.open'),
    confirmed: t('parties.recovery.state.confirmed'),
    used: t('parties.recovery.state.used'),
    revoked: t('parties.invitation.revoked'),
    expired: t('parties.invitation.expired'),
  })[state];

/** What a body is, in words; the programme's own word where the house has none. */
export const kindWords = (kind: string): string =>
  ({
    operator: t('parties.kind.operator'),
    ceptoar: t('parties.kind.ceptoar'),
    ministry: t('parties.kind.ministry'),
    cabinet: t('parties.kind.cabinet'),
    agency: t('parties.kind.agency'),
    association: t('parties.kind.association'),
    business: t('parties.kind.business'),
    office: t('parties.kind.office'),
  })[kind] ?? kind;

/** A heading among the personas of a demo. */
export const groupWords = (group: string): string =>
  ({
    centre: t('parties.group.centre'),
    government: t('parties.group.government'),
    ceptoars: t('parties.group.ceptoars'),
    operators: t('parties.group.operators'),
    administration: t('parties.group.administration'),
  })[group] ?? group;
