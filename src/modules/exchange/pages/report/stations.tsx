import type { ReactNode } from 'react';
import { span } from '../../../../portal/data/phrases.ts';
import type { Station } from '../../../../portal/show/Chain.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import type { Hop, ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';
import { nameOf } from '../words/versions.ts';

/** What a station is called: its body where the reader may know it, else what it is. */
export const stationName = (hop: Hop, report: ReportView, words: Words): string => {
  if (hop.position > 0) return hop.body === null ? words.holder(hop.capacity) : words.body(hop.body.name);
  return (
    hop.body?.name ?? report.source?.body.name ?? t('exchange.report.masked', { sector: words.sector(report.sector) })
  );
};

/** The next station that the report has not reached. */
export const nextOf = (report: ReportView): Hop | undefined => report.hops.find((hop) => hop.state === 'ahead');

/** The way up as stations with their times; copies stand apart. */
export const stationsOf = (report: ReportView, words: Words): readonly Station[] => {
  const line = report.hops.filter((hop) => hop.state !== 'copied');
  return line.map((hop, i) => ({
    key: `${hop.position}-${hop.capacity}`,
    name:
      hop.state === 'here'
        ? t('exchange.report.waits-here', { name: stationName(hop, report, words) })
        : stationName(hop, report, words),
    state: hop.state === 'copied' ? 'ahead' : hop.state,
    lines: hop.position === 0 ? sentLines(report, words) : linesOf(hop),
    leg: legOf(line[i + 1]),
    due: hop.state === 'here' && hop.due !== null ? new Date(hop.due) : undefined,
  }));
};

const sentLines = (report: ReportView, words: Words): ReactNode[] =>
  report.versions
    .slice(-3)
    .map((it) => rich('exchange.report.sent', { name: nameOf(it, words), when: <Moment at={it.submittedAt} /> }));

const linesOf = (hop: Hop): ReactNode[] => {
  if (hop.state === 'ahead') return [t('exchange.report.not-there'), t('exchange.report.when-relayed')];
  const said: (readonly [string, string | null])[] = [
    ['exchange.report.arrived', hop.openedAt === null ? hop.deliveredAt : null],
    ['exchange.report.opened', hop.openedAt],
    ['exchange.report.acknowledged', hop.acknowledgedAt],
    ['exchange.report.relayed', hop.relayedAt],
  ];
  const lines = said.flatMap(([key, at]) => (at === null ? [] : [rich(key, { when: <Moment at={at} /> })]));
  return lines.length > 0 ? lines : [t('exchange.report.times-unknown')];
};

const legOf = (next: Hop | undefined): string | undefined => {
  if (next?.sentAt === undefined || next.sentAt === null || next.deliveredAt === null) return undefined;
  return t('exchange.report.leg', { span: span(Date.parse(next.deliveredAt) - Date.parse(next.sentAt)) });
};
