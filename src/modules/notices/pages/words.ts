import { both, t } from '../../../portal/text.ts';
import type { Cadence, NoticeView } from '../contract.ts';

/** Why one is told, in words. */
export const whyWords = ({ why, subject, person }: NoticeView): string => {
  switch (why) {
    case 'waits':
      if (subject?.kind === 'showcase') return t('notices.why.showcase');
      if (subject?.kind === 'survey') return t('notices.why.survey');
      if (subject?.kind === 'situation-report') return t('notices.why.situation-report');
      return subject?.kind === 'report' ? t('notices.why.report') : t('notices.why.provision');
    case 'reminder':
      return t('notices.why.reminder');
    case 'overdue':
      return t('notices.why.overdue');
    case 'call':
      return t('notices.why.call');
    case 'inquiry':
      return t('notices.why.inquiry');
    case 'answer':
      return t('notices.why.answer');
    case 'support':
      return t('notices.why.support');
    case 'source-asked':
      return t('notices.why.source-asked');
    case 'source-answered':
      return t('notices.why.source-answered');
    case 'source-waived':
      return t('notices.why.source-waived');
    case 'feedback':
      return t('notices.why.feedback');
    case 'offering':
      return t('notices.why.offering');
    case 'contacts':
      return t('notices.why.contacts');
    case 'succession':
      return t('notices.why.succession');
    case 'break-glass':
      return t('notices.why.break-glass');
    case 'duty-near':
      return t('notices.why.duty-near');
    case 'duty-missed':
      return t('notices.why.duty-missed');
    case 'situation-report-near':
      return t('notices.why.situation-report-near');
    case 'drill-invited':
      return t('notices.why.drill-invited');
    case 'drill-opened':
      return t('notices.why.drill-opened');
    case 'drill-paused':
      return t('notices.why.drill-paused');
    case 'drill-real':
      return t('notices.why.drill-real');
    case 'drill-resumed':
      return t('notices.why.drill-resumed');
    case 'drill-closed':
      return t('notices.why.drill-closed');
    case 'drill-called-off':
      return t('notices.why.drill-called-off');
    case 'key-expires':
      return t('notices.why.key-expires');
    case 'address-fails':
      return t('notices.why.address-fails', { name: person === null ? t('notices.somebody') : both(person) });
  }
};

/** When mail goes out, in words. */
export const cadenceWords = (cadence: Cadence): string =>
  ({
    each: t('notices.mail-when.each'),
    hourly: t('notices.mail-when.hourly'),
    daily: t('notices.mail-when.daily'),
    none: t('notices.mail-when.none'),
  })[cadence];

/** Where what a notice is about is found, and what the way there is called. */
export const thingWords = ({ kind, id }: NonNullable<NoticeView['thing']>): { href: string; text: string } =>
  ({
    inquiry: { href: `/inquiries/${id}`, text: t('notices.inquiry') },
    support: { href: `/supports/${id}`, text: t('notices.support') },
    'break-glass': { href: `/break-glass/${id}`, text: t('notices.break-glass') },
    succession: { href: '/successions', text: t('notices.succession') },
    'source-approval': { href: `/source-approvals/${id}`, text: t('notices.source-approval') },
    offering: { href: `/offerings/${id}`, text: t('notices.offering') },
    obligation: { href: '/obligations', text: t('notices.obligation') },
    situation: { href: `/situations/${id}`, text: t('notices.situation') },
    drill: { href: `/drills/${id}`, text: t('notices.drill') },
  })[kind];
