import { useState } from 'react';
import { Note } from '../../../../portal/show/Note.tsx';
import { t } from '../../../../portal/text.ts';
import type { CirculationView } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';
import { AttemptDialog } from './AttemptDialog.tsx';
import { SilentBodies } from './SilentBodies.tsx';
import { SilentGroups } from './SilentGroups.tsx';
import type { Called } from './words.ts';

/** Whom to telephone next: by name where the reader may know names, else by tier and sector as counts. */
export function Silent({ view, words }: { view: CirculationView; words: Words }) {
  const [called, setCalled] = useState<Called | null>(null);
  const named = view.scope === 'part';
  return (
    <section id="silent" className="as-cards" aria-label={t('exchange.silent.title')}>
      {named ? (
        <SilentBodies view={view} words={words} onRecord={setCalled} />
      ) : (
        <SilentGroups view={view} words={words} onRecord={setCalled} />
      )}
      {named && view.rows.some((row) => row.sentAt === null) && <Note tone="info">{t('exchange.silent.unsent')}</Note>}
      {called !== null && (
        <AttemptDialog item={view.item} called={called} words={words} onClose={() => setCalled(null)} />
      )}
    </section>
  );
}
