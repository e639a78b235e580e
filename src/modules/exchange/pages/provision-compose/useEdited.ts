import { useRef, useState } from 'react';
import { Refusal } from '../../../../kernel/refusal.ts';
import { call } from '../../../../portal/client.ts';
import { useDraft } from '../../../../portal/data/draft.ts';
import { keyOf, queries } from '../../../../portal/data/query.ts';
import { exchangeDoors } from '../../contract.ts';
import { localKey } from '../drafts/open.ts';
import { editInput } from './content.ts';
import type { ProvisionContent } from './content.ts';

/**
 * Keeps every change of a provision on its desk, each from the revision before; then asks anew who would receive it.
 * `unsaved` says that something on the page has not been kept yet, `stale` that a colleague changed it
 * meanwhile: nothing more is kept then, so that neither overwrites the other.
 */
export const useEdited = ({
  seat,
  id,
  revision,
  value,
  restore,
}: {
  seat: string;
  id: string;
  revision: number;
  value: ProvisionContent;
  restore: (value: ProvisionContent) => void;
}) => {
  const latest = useRef(revision);
  const text = JSON.stringify(value);
  const [kept, setKept] = useState(text);
  const [stale, setStale] = useState(false);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  // One change after another: each begins from the revision that the one before has made.
  const oneByOne = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.current.then(act);
    turn.current = mine.catch(() => undefined);
    return mine;
  };
  const anew = async (): Promise<void> => {
    for (const door of [exchangeDoors.showProvision, exchangeDoors.previewAudience]) {
      await queries.invalidateQueries({ queryKey: keyOf(door, { params: { id } }) });
    }
  };
  /** A change that has a door of its own. A colleague's in between is not taken for one's own: the next save is then stale. */
  const inTurn = async <T extends { revision: number }>(act: () => Promise<T>): Promise<T> => {
    const done = await oneByOne(async () => {
      const answer = await act();
      if (answer.revision === latest.current + 1) latest.current = answer.revision;
      return answer;
    });
    await anew();
    return done;
  };
  const save = async (content: ProvisionContent): Promise<void> => {
    if (stale) throw new Refusal('stale', {}, 412);
    try {
      await oneByOne(async () => {
        const answer = await call(exchangeDoors.editProvision, {
          params: { id },
          body: editInput(content, latest.current),
        });
        latest.current = answer.desk?.revision ?? latest.current;
      });
      setKept(JSON.stringify(content));
    } catch (error) {
      if (error instanceof Refusal && (error.status === 412 || error.reason === 'already-sent')) setStale(true);
      throw error;
    }
    await anew();
  };
  const { saved } = useDraft({ key: localKey('provision-edit', seat, id), value, save, restore });
  return { saved, stale, unsaved: kept !== text, inTurn };
};
