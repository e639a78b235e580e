import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type PersonView } from '../../contract.ts';
import { Colleagues } from '../people/Colleagues.tsx';

type Ending = { person: PersonView; seat: PersonView['seats'][number] };

/** All people and their seats; a seat can be ended, with everything that is open in it. */
export function EveryPerson() {
  const [q, setQ] = useState('');
  const [ending, setEnding] = useState<Ending | null>(null);
  const end = useSend(partiesDoors.endHolder, {
    onDone: () => {
      setEnding(null);
      say(t('parties.holder.ended'));
    },
  });
  return (
    <div className="stack">
      <TextField bare label={t('parties.people.find')} type="search" max={100} value={q} onChange={setQ} />
      <Colleagues
        q={q}
        act={(person) => (
          <span className="cluster">
            {person.seats.map((seat) => (
              <Button
                key={seat.seat}
                small
                label={t('parties.holder.end.of', { name: both(person.name), body: both(seat.body.name) })}
                onPress={() => setEnding({ person, seat })}
              >
                {t('parties.holder.end')}
              </Button>
            ))}
          </span>
        )}
      />
      <Dialog
        alert
        title={t('parties.holder.end')}
        open={ending !== null}
        onClose={() => setEnding(null)}
        actions={
          <Button
            tone="go"
            wait={end.isPending}
            onPress={() =>
              ending !== null && end.mutate({ params: { seat: ending.seat.seat, person: ending.person.id } })
            }
          >
            {t('parties.holder.end')}
          </Button>
        }
      >
        {ending !== null && (
          <p>{t('parties.holder.end.says', { name: both(ending.person.name), body: both(ending.seat.body.name) })}</p>
        )}
        {end.error !== null && <RefusalNote error={end.error} />}
      </Dialog>
    </div>
  );
}
