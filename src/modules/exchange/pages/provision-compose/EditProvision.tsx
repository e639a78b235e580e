import { useEffect, useState } from 'react';
import { NotThere, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { call } from '../../../../portal/client.ts';
import type { PageProps } from '../../../../portal/data/page.ts';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { Refusal } from '../../../../kernel/refusal.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import { useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { Draft } from './Draft.tsx';
import '../exchange.css';

/** Goes on with a provision that has not been sent. It is read once, past every cache, so that nothing newer is overwritten. */
export default function EditProvision({ params }: PageProps) {
  const id = params['id'] ?? '';
  const seat = useSeat();
  const words = useWords();
  const go = useGo();
  const [it, setIt] = useState<ProvisionView | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    call(exchangeDoors.showProvision, { params: { id } }).then(
      (found) => !gone && setIt(found),
      (refusal: unknown) => !gone && setError(refusal),
    );
    return () => {
      gone = true;
    };
  }, [id]);
  const sent = it !== null && it.id === id && it.sentAt !== null;
  useEffect(() => {
    if (sent) go(`/provisions/${id}`, { replace: true });
  }, [sent, id, go]);
  if (error instanceof Refusal && error.status === 404) return <NotThere />;
  if (error !== null) return <RefusalNote error={error} />;
  if (seat === null || it?.id !== id || sent) return <Loading />;
  return it.desk === null ? <NotThere /> : <Draft key={id} seat={seat} begin={it} words={words} />;
}
