import { useGet } from '../../../../portal/data/query.ts';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import type { DeskItem } from './collect.ts';

/** What there is to do, in a verb. */
export const verbOf = (it: DeskItem): string => t(`desk.do.${it.deed}`, { n: it.report?.number ?? 1 });

/** The names of the programme's sectors in the reader's language; a sector it does not know is called by its key. */
export const useSectors = (): ((key: string) => string) => {
  const sectors = useGet(programmeDoors.programme).data?.sectors ?? [];
  return (key) => {
    const title = sectors.find((it) => it.key === key)?.title;
    return title === undefined ? key : both(title);
  };
};

/** From whom it comes, as far as the reader may know: `情報通信分野の事業者（名称非開示）→ 総務省`. */
export const whoOf = (it: DeskItem, sector: (key: string) => string): string => {
  const source =
    it.report === null || it.deed === 'answer'
      ? null
      : it.report.source === null
        ? t('desk.masked', { sector: sector(it.report.sector) })
        : it.report.source;
  // A ministry has a report from the operator itself: then the two are one.
  return [...new Set([source, it.from])].filter((one) => one !== null && one !== '').join(' → ');
};

/** The line under the verb: from whom, when, about what, under which reference. */
export function About({ of }: { of: DeskItem }) {
  const sector = useSectors();
  const who = whoOf(of, sector);
  return (
    <>
      {who !== '' && (
        <span>
          {who} <Moment at={of.at} />
          {'　'}
        </span>
      )}
      <b className="subject">{t('desk.quoted', { title: of.title })}</b> <span className="nowrap">{of.reference}</span>
      {of.report !== null && of.report.changes !== null && (
        <>
          {'　'}
          <span>{t('desk.changed', { version: of.report.number, n: of.report.changes })}</span>
        </>
      )}
    </>
  );
}
