import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { useGet } from '../../../../../portal/data/query.ts';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { directoryDoors } from '../../../../parties/contract.ts';
import type { BodyView } from '../../../../parties/contract.ts';
import type { Change, ProvisionContent } from '../content.ts';

/** Single bodies by name: those chosen, and those that the words find among the bodies the desk may know. */
export function BodyPicker({ it, change }: { it: ProvisionContent; change: Change }) {
  const [q, setQ] = useState('');
  const found = useGet(directoryDoors.listBodies, { query: { q, limit: 12 } }, { enabled: q.trim() !== '' });
  const known = useGet(directoryDoors.listBodies, { query: { limit: 300 } }, { enabled: it.bodies.length > 0 });
  const nameOf = (id: string): string => {
    const body = known.data?.items.find((one) => one.id === id) ?? found.data?.items.find((one) => one.id === id);
    return body === undefined ? '…' : both(body.name);
  };
  const hits =
    q.trim() === '' ? [] : (found.data?.items ?? []).filter((body: BodyView) => !it.bodies.includes(body.id));
  return (
    <div className="bodies">
      {it.bodies.length > 0 && (
        <ul className="cluster chosen" aria-label={t('exchange.body.chosen')}>
          {it.bodies.map((id) => (
            <li key={id}>
              <Button
                small
                icon="close"
                label={`${nameOf(id)} ${t('exchange.body.remove')}`}
                onPress={() => change({ bodies: it.bodies.filter((one) => one !== id) })}
              >
                {nameOf(id)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t('exchange.body.find')}
        maybe={t('exchange.relay.note.maybe')}
        help={t('exchange.body.find.help')}
        value={q}
        onChange={setQ}
        max={100}
      />
      <div role="status">
        {hits.length > 0 && (
          <ul className="cluster">
            {hits.map((body) => (
              <li key={body.id}>
                <Button small onPress={() => change({ bodies: [...it.bodies, body.id] })}>
                  {t('exchange.body.add', { name: both(body.name) })}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {q.trim() !== '' && found.data !== undefined && hits.length === 0 && (
          <p className="small dim">{t('exchange.body.none')}</p>
        )}
      </div>
    </div>
  );
}
