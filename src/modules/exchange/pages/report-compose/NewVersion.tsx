import type { PageProps } from '../../../../portal/data/page.ts';
import { Answer, NotThere, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { exchangeDoors } from '../../contract.ts';
import type { ReportView } from '../../shapes/report.ts';
import { useLoaded } from '../drafts/useLoaded.ts';
import { useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { useForm } from '../words/versions.ts';
import { LaterReport } from './LaterReport.tsx';

/** Writes a follow-up, the final report, a correction or a withdrawal of one's own report. */
export default function NewVersion({ params }: PageProps) {
  const report = useGet(exchangeDoors.showReport, { params: { id: params['id'] ?? '' } });
  return <Answer of={report}>{(it) => (it.may.addVersion ? <Writing report={it} /> : <NotThere />)}</Answer>;
}

// One draft for each report: its id is the report's.
function Writing({ report }: { report: ReportView }) {
  const seat = useSeat();
  const words = useWords();
  const { draft, error } = useLoaded(report.id, false);
  const preview = useGet(exchangeDoors.reportPreview, {
    query: { sector: report.sector, kind: report.kind },
  });
  const form = useForm(report.versions.at(-1)?.form.key);
  if (error !== null) return <RefusalNote error={error} />;
  if (seat === null || draft === null) return <Loading />;
  return (
    <Answer of={preview}>
      {(seen) => (
        <Answer of={form}>
          {(view) => <LaterReport report={report} seat={seat} draft={draft} form={view} preview={seen} words={words} />}
        </Answer>
      )}
    </Answer>
  );
}
