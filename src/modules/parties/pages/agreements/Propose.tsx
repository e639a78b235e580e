import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { NotThere, RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { useCapacityWords, useHubs } from './words.ts';

const year = 365 * 86_400_000;

const termFrom = (now: Date): { from: string | null; until: string | null } => ({
  from: now.toISOString(),
  until: new Date(now.getTime() + year).toISOString(),
});

/** A hub proposes an agreement: to whom, about what, in which words, from when until when. */
export default function Propose() {
  const go = useGo();
  const now = useNow();
  const [{ seat: asked }] = useFilters({ seat: '' });
  const session = useGet(partiesDoors.showSession).data;
  const { hubs } = useHubs();
  const me = hubs.find((it) => it.seat === session?.seat.id);
  const bodies = useGet(partiesDoors.listBodies, { query: { limit: 300 } });
  const circles = useGet(partiesDoors.listCircles);
  const capacityWords = useCapacityWords();
  const [it, setIt] = useState({
    seat: asked,
    kinds: [] as string[],
    circle: '',
    membersKnown: false,
    version: '',
    text: '',
    ...termFrom(now),
    signedBy: '',
  });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const send = useSend(partiesDoors.proposeAgreement, { onDone: (made) => go(`/agreements/${made.id}`) });
  const wrong = wrongFields(send.error);
  if (session === undefined || bodies.data === undefined || hubs.length === 0) return <Loading />;
  if (me === undefined) return <NotThere />;
  const offered = new Set(me.kinds.flatMap((kind) => kind.to));
  const seats = bodies.data.items.flatMap((body) =>
    body.id === session.seat.body.id
      ? []
      : body.seats
          .filter((seat) => offered.has(seat.capacity))
          .map((seat) => ({
            key: seat.id,
            capacity: seat.capacity,
            label: `${both(body.name)} ${capacityWords(seat.capacity)}`,
          })),
  );
  const chosen = seats.find((seat) => seat.key === it.seat)?.capacity;
  const kinds = me.kinds.filter((kind) => chosen === undefined || kind.to.includes(chosen));
  const mine = (circles.data?.items ?? []).filter((circle) => circle.kind === 'hub' && circle.mine);
  const { from, until } = it;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from !== null && until !== null)
      send.mutate({ body: { ...it, from, until, circle: it.circle === '' ? null : it.circle } });
  };
  return (
    <>
      <PageHead
        title={t('parties.agreement.propose')}
        crumbs={[
          { label: t('parties.agreement.title'), href: '/agreements' },
          { label: t('parties.agreement.propose') },
        ]}
        meta={<span>{t('parties.agreement.propose.says')}</span>}
      />
      <form className="sheet stack" onSubmit={submit}>
        <Select
          label={t('parties.agreement.to')}
          options={[{ key: '', label: t('parties.agreement.to.choose') }, ...seats]}
          value={it.seat}
          onChange={(seat) => put({ seat, kinds: [] })}
        />
        <Choices
          label={t('parties.agreement.kinds')}
          must
          options={kinds.map((kind) => ({ key: kind.kind, label: both(kind.title) }))}
          value={it.kinds}
          onChange={(next) => put({ kinds: next })}
        />
        <Select
          label={t('parties.agreement.circle')}
          options={[
            { key: '', label: t('parties.agreement.circle.none') },
            ...mine.map((circle) => ({ key: circle.id, label: both(circle.name) })),
          ]}
          value={it.circle}
          onChange={(circle) => put({ circle })}
        />
        <Check
          label={t('parties.agreement.members-known')}
          help={t('parties.agreement.members-known.says')}
          value={it.membersKnown}
          onChange={(membersKnown) => put({ membersKnown })}
        />
        <TextField
          label={t('parties.agreement.version')}
          must
          max={40}
          value={it.version}
          error={wrong['version']}
          onChange={(version) => put({ version })}
        />
        <ProseField
          label={t('parties.agreement.text')}
          must
          rows={12}
          max={40_000}
          value={it.text}
          error={wrong['text']}
          onChange={(text) => put({ text })}
        />
        <DateTime label={t('parties.agreement.from')} must value={it.from} onChange={(next) => put({ from: next })} />
        <DateTime
          label={t('parties.agreement.until')}
          must
          value={it.until}
          onChange={(next) => put({ until: next })}
        />
        <TextField
          label={t('parties.agreement.signed.hub')}
          must
          max={120}
          help={t('parties.agreement.signed.help')}
          value={it.signedBy}
          error={wrong['signedBy']}
          onChange={(signedBy) => put({ signedBy })}
        />
        {send.error !== null && <RefusalNote error={send.error} />}
        <p>
          <Button
            tone="go"
            type="submit"
            wait={send.isPending}
            why={it.seat === '' || it.kinds.length === 0 ? t('parties.agreement.why') : undefined}
          >
            {t('parties.agreement.propose.do')}
          </Button>
        </p>
      </form>
    </>
  );
}
