import { Answer, NotThere, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { exchangeDoors } from '../../contract.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { useDraftId } from '../drafts/useDraftId.ts';
import { useLoaded } from '../drafts/useLoaded.ts';
import { useMay, useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { Begin } from './Begin.tsx';
import { blankFor, fromReport, readProvision } from './content.ts';
import '../exchange.css';

/** Begins a provision, from nothing or from a report. */
export default function NewProvision() {
  const seat = useSeat();
  const may = useMay('draft-provisions');
  const words = useWords();
  const [{ from }] = useFilters({ from: '' });
  const { id, fresh } = useDraftId('/provisions/new', from === '' ? '' : `&from=${from}`);
  const { draft, error } = useLoaded(id, fresh);
  const ways = useGet(exchangeDoors.listWays, {}, { enabled: may });
  const report = useGet(exchangeDoors.showReport, { params: { id: from } }, { enabled: from !== '' });
  if (error !== null) return <RefusalNote error={error} />;
  if (seat === null || draft === null) return <Loading />;
  if (!may) return <NotThere />;
  if (ways.data === undefined) return <Loading />;
  const blank = blankFor(ways.data.items);
  const others = fresh && (
    <DraftList kind="provision" seat={seat} without={id} hrefOf={(it) => `/provisions/new?draft=${it}`} />
  );
  const shared = { seat, draft, words };
  if (draft.content['title'] !== undefined || from === '') {
    return (
      <>
        <Begin
          key={id}
          {...shared}
          begin={draft.content['title'] === undefined ? blank : readProvision(draft.content)}
        />
        {others}
      </>
    );
  }
  return (
    <Answer of={report}>
      {(it) => (
        <>
          <Begin key={id} {...shared} begin={fromReport(it)} />
          {others}
        </>
      )}
    </Answer>
  );
}
