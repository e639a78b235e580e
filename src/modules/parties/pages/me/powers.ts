import type { Power } from '../../../../kernel/power.ts';
import { t } from '../../../../portal/text.ts';

/** What someone may be allowed to do, in words. */
export const powerWords = (power: Power): string =>
  ({
    'file-reports': t('parties.power.file-reports'),
    'relay-reports': t('parties.power.relay-reports'),
    'enter-reports': t('parties.power.enter-reports'),
    'triage-reports': t('parties.power.triage-reports'),
    'draft-provisions': t('parties.power.draft-provisions'),
    'approve-provisions': t('parties.power.approve-provisions'),
    'receive-provisions': t('parties.power.receive-provisions'),
    'relay-provisions': t('parties.power.relay-provisions'),
    'know-bodies': t('parties.power.know-bodies'),
    'keep-agreements': t('parties.power.keep-agreements'),
    'read-figures': t('parties.power.read-figures'),
    'publish-figures': t('parties.power.publish-figures'),
    'keep-contacts': t('parties.power.keep-contacts'),
    'confirm-recovery': t('parties.power.confirm-recovery'),
    'confirm-handover': t('parties.power.confirm-handover'),
    'take-part': t('parties.power.take-part'),
    'invite-guests': t('parties.power.invite-guests'),
    'declare-mode': t('parties.power.declare-mode'),
    'confirm-mode': t('parties.power.confirm-mode'),
    'plan-drills': t('parties.power.plan-drills'),
    'open-drills': t('parties.power.open-drills'),
    'plan-surveys': t('parties.power.plan-surveys'),
    'open-surveys': t('parties.power.open-surveys'),
    'answer-surveys': t('parties.power.answer-surveys'),
    'sign-surveys': t('parties.power.sign-surveys'),
    'join-mode': t('parties.power.join-mode'),
    'keep-situations': t('parties.power.keep-situations'),
    'share-picture': t('parties.power.share-picture'),
    'ask-break-glass': t('parties.power.ask-break-glass'),
    'allow-break-glass': t('parties.power.allow-break-glass'),
    'audit-break-glass': t('parties.power.audit-break-glass'),
    'manage-accounts': t('parties.power.manage-accounts'),
  })[power];

/** What a key covers, in words. */
export const scopeWords = (scopes: readonly string[] | null): string => {
  if (scopes === null) return t('parties.key.all');
  return scopes.map((it) => (it === 'read' ? t('parties.key.reads') : powerWords(it as Power))).join(t('parties.and'));
};
