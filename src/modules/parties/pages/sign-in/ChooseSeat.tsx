import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { SeatPicker } from '../../../../portal/form/SeatPicker.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type SessionView } from '../../contract.ts';

/** After signing in, for whoever holds several seats: what one sees follows the seat. */
export function ChooseSeat({ session, onChosen }: { session: SessionView; onChosen: () => void }) {
  const [seat, setSeat] = useState(session.seat.id);
  const move = useSend(partiesDoors.switchSeat, { onDone: onChosen, quiet: true });
  return (
    <Panel tone="key" title={t('parties.seat.choose')}>
      <p className="small dim">
        {t('parties.seat.choose.says', { name: both(session.person.name), n: session.seats.length })}
      </p>
      <SeatPicker
        value={seat}
        onChange={setSeat}
        seats={session.seats.map((it) => ({
          key: it.id,
          body: both(it.body.name),
          capacity: `${both(it.title.short)} ${both(it.title.role)}`,
        }))}
      />
      <Button
        tone="go"
        wide
        wait={move.isPending}
        onPress={() => (seat === session.seat.id ? onChosen() : move.mutate({ body: { seat } }))}
      >
        {t('parties.seat.go')}
      </Button>
      {move.error !== null && <RefusalNote error={move.error} />}
    </Panel>
  );
}
