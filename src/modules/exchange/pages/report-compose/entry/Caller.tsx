import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { useGet } from '../../../../../portal/data/query.ts';
import { DateTime } from '../../../../../portal/form/DateTime.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { directoryDoors } from '../../../../parties/contract.ts';
import type { BodyView } from '../../../../parties/contract.ts';
import type { Words } from '../../words/programme.ts';
import type { EntryContent } from './content.ts';

type Put = (change: Partial<EntryContent>) => void;

/** Who called, by which means and when, and where to call back. */
export function Caller({
  it,
  body,
  put,
  words,
}: {
  it: EntryContent;
  body: BodyView | undefined;
  put: Put;
  words: Words;
}) {
  return (
    <section aria-labelledby="caller">
      <h2 id="caller">{t('exchange.entry.caller')}</h2>
      {body === undefined ? (
        <Whose put={put} />
      ) : (
        <p className="field cluster">
          <b>{both(body.name)}</b>
          <Button small onPress={() => put({ body: null, sector: null })}>
            {t('exchange.entry.other-body')}
          </Button>
        </p>
      )}
      <TextField
        label={t('exchange.entry.said-by')}
        help={t('exchange.entry.said-by.help')}
        must
        value={it.saidBy}
        onChange={(saidBy) => put({ saidBy })}
      />
      <TextField
        label={t('exchange.entry.call-back')}
        maybe
        max={60}
        value={it.callBack}
        onChange={(callBack) => put({ callBack })}
      />
      <Segmented
        label={t('exchange.entry.channel')}
        must
        options={words.codes('channel').filter((one) => one.key !== 'portal')}
        value={it.channel}
        onChange={(channel) => put({ channel })}
      />
      <DateTime label={t('exchange.entry.said-at')} must value={it.saidAt} onChange={(saidAt) => put({ saidAt })} />
    </section>
  );
}

// Bodies that report, as far as the seat may know them.
function Whose({ put }: { put: Put }) {
  const [q, setQ] = useState('');
  const found = useGet(directoryDoors.listBodies, { query: { q, limit: 12 } }, { enabled: q.trim() !== '' });
  const hits = (found.data?.items ?? []).filter((it) => !it.open);
  return (
    <>
      <TextField label={t('exchange.entry.body')} must help={t('exchange.entry.body.help')} value={q} onChange={setQ} />
      <div role="status">
        {q.trim() !== '' && hits.length > 0 && (
          <ul className="cluster field">
            {hits.map((it) => (
              <li key={it.id}>
                <Button small onPress={() => put({ body: it.id, sector: it.sectors[0] ?? null })}>
                  {both(it.name)}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {q.trim() !== '' && found.data !== undefined && hits.length === 0 && (
          <p className="field small dim">{t('exchange.body.none')}</p>
        )}
      </div>
    </>
  );
}
