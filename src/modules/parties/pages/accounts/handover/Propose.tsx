import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { Check } from '../../../../../portal/form/Check.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors } from '../../../contract.ts';

const empty = { pair: '', find: '', to: '', day: '', reason: '', keeps: true };

/** Proposing that another seat of the same capacity answers for a sector from a day on. */
export function Propose() {
  const [it, setIt] = useState(empty);
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const competences = useGet(partiesDoors.listCompetences).data?.items ?? [];
  const bodies = useGet(partiesDoors.listBodies, { query: { q: it.find, limit: 20 } }, { enabled: it.find !== '' });
  const from = competences.find((one) => `${one.sector.key} ${one.seat}` === it.pair) ?? competences[0];
  const seats = (it.find === '' ? [] : (bodies.data?.items ?? [])).flatMap((body) =>
    body.seats
      .filter((seat) => seat.capacity === from?.capacity && seat.id !== from.seat)
      .map((seat) => ({ key: seat.id, label: both(body.name) })),
  );
  const to = seats.find((seat) => seat.key === it.to) ?? seats[0];
  const propose = useSend(partiesDoors.proposeHandover, {
    onDone: () => {
      setIt(empty);
      say(t('parties.handover.proposed.done'));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from === undefined || to === undefined) return;
    propose.mutate({
      body: { sector: from.sector.key, from: from.seat, to: to.key, day: it.day, keeps: it.keeps, reason: it.reason },
    });
  };
  const wrong = wrongFields(propose.error);
  return (
    <Panel title={t('parties.handover.propose')}>
      <form onSubmit={submit} className="stack-s">
        <Select
          bare
          label={t('parties.handover.sector')}
          options={competences.map((one) => ({
            key: `${one.sector.key} ${one.seat}`,
            label: `${both(one.sector.name)}（${both(one.body)}）`,
          }))}
          value={from === undefined ? '' : `${from.sector.key} ${from.seat}`}
          onChange={(pair) => put({ pair })}
        />
        <TextField
          bare
          must
          label={t('parties.handover.to')}
          help={t('parties.invite.body.help')}
          type="search"
          max={100}
          value={it.find}
          onChange={(find) => put({ find, to: '' })}
        />
        {to !== undefined && (
          <Select bare label={t('parties.seat')} options={seats} value={to.key} onChange={(key) => put({ to: key })} />
        )}
        <TextField
          bare
          must
          label={t('parties.handover.day')}
          help={t('parties.handover.day.help')}
          max={10}
          value={it.day}
          error={wrong['day']}
          onChange={(day) => put({ day })}
        />
        <TextField
          bare
          must
          label={t('parties.handover.reason')}
          max={400}
          value={it.reason}
          error={wrong['reason']}
          onChange={(reason) => put({ reason })}
        />
        <Check label={t('parties.handover.keeps.ask')} value={it.keeps} onChange={(keeps) => put({ keeps })} />
        <Button
          tone="go"
          type="submit"
          wait={propose.isPending}
          why={to === undefined || it.day === '' || it.reason === '' ? t('parties.handover.incomplete') : undefined}
        >
          {t('parties.handover.propose')}
        </Button>
      </form>
      {propose.error !== null && <RefusalNote error={propose.error} />}
    </Panel>
  );
}
