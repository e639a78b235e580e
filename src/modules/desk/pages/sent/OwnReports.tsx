import { useGet } from '../../../../portal/data/query.ts';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import { exchangeDoors, type ReportListed, type ReportView } from '../../../exchange/contract.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import { Part, Sent } from './Part.tsx';

/** One's own reports, and how far up each has come. */
export function OwnReports() {
  const reports = useGet(exchangeDoors.listReports, { query: { limit: 4 } });
  return (
    <Part title={t('desk.reports')} items={reports.data?.items} none={t('desk.reports.none')}>
      {(it) => (
        <Sent
          key={it.id}
          href={`/reports/${it.id}`}
          title={it.headline}
          mark={it.handling}
          about={rich('desk.reports.version', { n: it.number, at: <Moment at={it.submittedAt} /> })}
        >
          <Stations of={it} />
        </Sent>
      )}
    </Part>
  );
}

function Stations({ of }: { of: ReportListed }) {
  const report = useGet(exchangeDoors.showReport, { params: { id: of.id } });
  const capacities = useGet(programmeDoors.programme).data?.capacities ?? [];
  if (report.data === undefined) return null;
  const nameOf = (hop: ReportView['hops'][number]): string => {
    const title = capacities.find((it) => it.key === hop.capacity)?.title;
    return hop.body?.name ?? (title === undefined ? hop.capacity : both(title));
  };
  return (
    <ol className="stations small">
      {report.data.hops
        .filter((it) => it.position > 0)
        .map((hop) => {
          const at = hop.relayedAt ?? hop.acknowledgedAt ?? hop.openedAt ?? hop.sentAt;
          return (
            <li key={`${hop.position} ${hop.capacity}`} className={hop.state}>
              <Icon name={hop.state === 'passed' ? 'check' : hop.state === 'here' ? 'clock' : 'dot'} />
              <span>
                <b>{nameOf(hop)}</b> {t(`desk.station.${stepOf(hop)}`)} {at !== null && <Moment at={at} />}
              </span>
            </li>
          );
        })}
    </ol>
  );
}

const stepOf = (hop: ReportView['hops'][number]): string => {
  if (hop.state === 'copied') return 'copied';
  if (hop.relayedAt !== null) return 'relayed';
  if (hop.acknowledgedAt !== null) return 'received';
  if (hop.openedAt !== null) return 'opened';
  return hop.sentAt === null && hop.state !== 'passed' ? 'ahead' : 'arrived';
};
