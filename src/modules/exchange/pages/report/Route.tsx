import { Chain } from '../../../../portal/show/Chain.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import type { ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';
import { stationName, stationsOf } from './stations.tsx';

/** The way of a report: its stations, and what became of the copy. */
export function Route({ report, words }: { report: ReportView; words: Words }) {
  const copies = report.hops.filter((hop) => hop.state === 'copied');
  return (
    <>
      <Chain label={t('exchange.report.route')} stations={stationsOf(report, words)} />
      {copies.map((hop) => (
        <p className="small dim" key={`${hop.position}-${hop.capacity}`}>
          {rich('exchange.report.copied', {
            name: <b>{stationName(hop, report, words)}</b>,
            when: hop.sentAt === null ? '―' : <Moment at={hop.sentAt} />,
          })}
        </p>
      ))}
      {copies.length === 0 && report.disclosure?.copyToCeptoar === false && (
        <p className="small dim">{t('exchange.report.not-copied')}</p>
      )}
    </>
  );
}
