import { useRef, useState } from 'react';
import { Refusal } from '../../../../kernel/refusal.ts';
import { call } from '../../../../portal/client.ts';
import { useDraft } from '../../../../portal/data/draft.ts';
import { formsDoors } from '../../../forms/contract.ts';
import { localKey, remember } from './open.ts';

/** What is kept: whose, what kind, under which id, from which revision on. */
export interface Keeping<T extends object> {
  readonly kind: 'report' | 'report-version' | 'report-entry' | 'provision';
  readonly seat: string;
  readonly id: string;
  readonly revision: number | undefined;
  readonly value: T;
  readonly restore: (value: T) => void;
}

/**
 * Keeps what is written as a draft on the server, and in this browser until the server has it. `stale` says that the same
 * draft went on elsewhere; then nothing more is sent, so that neither overwrites the other.
 */
export const useKept = <T extends object>({ kind, seat, id, revision, value, restore }: Keeping<T>) => {
  const latest = useRef(revision);
  const [stale, setStale] = useState(false);
  const save = async (content: T): Promise<void> => {
    if (stale) throw new Refusal('draft-stale', {}, 412);
    remember(kind, seat, id);
    const body = {
      kind,
      content: content as Record<string, unknown>,
      ...(latest.current === undefined ? {} : { revision: latest.current }),
    };
    try {
      latest.current = (await call(formsDoors.saveDraft, { params: { id }, body })).revision;
    } catch (error) {
      if (error instanceof Refusal && error.status === 412) setStale(true);
      throw error;
    }
  };
  const draft = useDraft({ key: localKey(kind, seat, id), value, save, restore });
  /** Throws the draft away once what it held has been sent, or is not wanted any more. */
  const discard = async (): Promise<void> => {
    draft.forget();
    await call(formsDoors.discardDraft, { params: { id } }).catch(() => {});
  };
  return { saved: draft.saved, stale, discard };
};
