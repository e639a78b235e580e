import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { wordsOf } from '../../../../portal/act/Refusal.tsx';
import { call } from '../../../../portal/client.ts';
import { State } from '../../../../portal/show/State.tsx';
import { t } from '../../../../portal/text.ts';
import { journalDoors, type EntryListed } from '../../contract.ts';
import { prove, type Verdict } from './prove.ts';

type Found =
  | { readonly as: 'asking' }
  | { readonly as: 'refused'; readonly words: string }
  | { readonly as: 'checked'; readonly verdict: Verdict };

/** Checks in this browser that an entry stands in the signed journal; the server is not asked whether it does. */
export function Check({ entry, name }: { entry: EntryListed; name: string }) {
  const [found, setFound] = useState<Found | null>(null);
  const check = async (): Promise<void> => {
    setFound({ as: 'asking' });
    try {
      const proof = await call(journalDoors.proof, { params: { entry: entry.id } });
      const says = JSON.parse(proof.leaf) as { id: string; fact: string; at: string };
      const fits = says.id === entry.id && says.fact === entry.fact && says.at === entry.at;
      setFound({ as: 'checked', verdict: fits ? await prove(proof) : { holds: false } });
    } catch (error) {
      setFound({ as: 'refused', words: wordsOf(error).title });
    }
  };
  if (!entry.sealed) return <State tone="idle">{t('journal.unsealed')}</State>;
  return (
    <span className="cluster record-check" aria-live="polite">
      {found?.as !== 'checked' && (
        <Button
          small
          label={t('journal.check.of', { name })}
          wait={found?.as === 'asking'}
          onPress={() => void check()}
        >
          {t('journal.check')}
        </Button>
      )}
      {found?.as === 'refused' && <State tone="soon">{found.words}</State>}
      {found?.as === 'checked' &&
        (found.verdict.holds ? (
          <State tone="done">{t('journal.holds', { n: found.verdict.size })}</State>
        ) : (
          <State tone="late">{t('journal.broken')}</State>
        ))}
    </span>
  );
}
