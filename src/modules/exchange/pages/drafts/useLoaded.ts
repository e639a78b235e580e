import { useEffect, useState } from 'react';
import { Refusal } from '../../../../kernel/refusal.ts';
import { call } from '../../../../portal/client.ts';
import { formsDoors } from '../../../forms/contract.ts';

/** A draft as its author left it; without content and revision where the server has none of this id. */
export interface Loaded {
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly revision: number | undefined;
}

/** Fetches a draft once, past every cache: writing goes on from exactly this revision. Null while it is under way. */
export const useLoaded = (id: string, fresh: boolean): { draft: Loaded | null; error: unknown } => {
  const [draft, setDraft] = useState<Loaded | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const blank: Loaded = { id, content: {}, revision: undefined };
    if (fresh) return setDraft(blank);
    let gone = false;
    const take = (next: Loaded): void => {
      if (!gone) setDraft(next);
    };
    call(formsDoors.showDraft, { params: { id } }).then(
      (it) => take({ id, content: it.content, revision: it.revision }),
      (refusal: unknown) => {
        // Without network the copy in this browser is what one goes on with.
        if (refusal instanceof Refusal && (refusal.status === 404 || refusal.reason === 'unreachable')) take(blank);
        else if (!gone) setError(refusal);
      },
    );
    return () => {
      gone = true;
    };
  }, [id, fresh]);
  return { draft: draft?.id === id ? draft : null, error };
};
