import { useState } from 'react';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { exchangeDoors } from '../../contract.ts';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { useDraftId } from '../drafts/useDraftId.ts';
import { useLoaded } from '../drafts/useLoaded.ts';
import { useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { useForm } from '../words/versions.ts';
import { readContent } from './content.ts';
import { FirstReport } from './FirstReport.tsx';

/** Writes the first report of a failure or of what else the seat may tell, or goes on with a draft of one. */
export default function NewReport() {
  const seat = useSeat();
  const words = useWords();
  const { id, fresh } = useDraftId('/reports/new');
  const { draft, error } = useLoaded(id, fresh);
  const [{ kind: wanted }] = useFilters({ kind: '' });
  const [chosen, choose] = useState<string | null>(null);
  const [told, tell] = useState<string | null>(null);
  const begin = draft === null ? null : readContent(draft.content);
  const sector = chosen ?? begin?.sector ?? undefined;
  const kind = told ?? begin?.kind ?? (wanted === '' ? undefined : wanted);
  const preview = useGet(exchangeDoors.reportPreview, {
    query: { ...(sector === undefined ? {} : { sector }), ...(kind === undefined ? {} : { kind }) },
  });
  const form = useForm(preview.data?.form.key);
  if (error !== null) return <RefusalNote error={error} />;
  if (seat === null || draft === null || begin === null) return <Loading />;
  return (
    <Answer of={preview}>
      {(seen) => (
        <Answer of={form}>
          {(view) => (
            <>
              <FirstReport
                key={id}
                seat={seat}
                draft={draft}
                begin={kind === undefined ? begin : { ...begin, kind }}
                form={view}
                preview={seen}
                words={words}
                onSector={choose}
                onKind={tell}
              />
              {fresh && (
                <DraftList kind="report" seat={seat} without={id} hrefOf={(it) => `/reports/new?draft=${it}`} />
              )}
            </>
          )}
        </Answer>
      )}
    </Answer>
  );
}
