import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type SpaceView } from '../../contract.ts';
import { type Found, SeatFinder } from './SeatFinder.tsx';

/** Who is let in from outside and until when, and letting somebody in: into a whole space, or into one thread. */
export function Guests({
  guests,
  byInvitation,
  may,
  space,
  thread,
}: {
  guests: SpaceView['guests'];
  byInvitation: readonly string[];
  may: boolean;
  space: string;
  thread?: string;
}) {
  if (guests.length === 0 && !may) return null;
  return (
    <Panel title={t('channels.guests')} icon="people">
      <div className="stack">
        {guests.length === 0 ? (
          <p className="dim">{t('channels.guests.none')}</p>
        ) : (
          <GuestList guests={guests} may={may} />
        )}
        {may && <Inviting byInvitation={byInvitation} space={space} thread={thread} />}
      </div>
    </Panel>
  );
}

function GuestList({ guests, may }: { guests: SpaceView['guests']; may: boolean }) {
  const end = useSend(channelsDoors.endInvitation, { onDone: () => say(t('channels.guests.ended')) });
  return (
    <>
      {end.error !== null && <RefusalNote error={end.error} />}
      <ul className="ruled">
        {guests.map((it) => (
          <li key={it.id}>
            <p>
              <b>{it.name}</b>
            </p>
            <p className="small dim cluster">
              <span>
                {it.thread === null
                  ? t('channels.guests.whole')
                  : t('channels.guests.thread', { title: it.thread.title })}
              </span>
              <span>
                <Moment at={it.starts} /> ～ <Moment at={it.ends} />
              </span>
              <span>{it.past ? t('channels.guests.past') : t('channels.guests.no-past')}</span>
            </p>
            {may && (
              <Button
                small
                tone="quiet"
                wait={end.isPending}
                label={t('channels.guests.end.of', { name: it.name })}
                onPress={() => end.mutate({ params: { id: it.id }, body: {} })}
              >
                {t('channels.guests.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Inviting({
  byInvitation,
  space,
  thread,
}: {
  byInvitation: readonly string[];
  space: string;
  thread: string | undefined;
}) {
  const [seat, setSeat] = useState<Found | null>(null);
  const [ends, setEnds] = useState<string | null>(null);
  const [past, setPast] = useState(false);
  const done = (): void => {
    setSeat(null);
    say(t('channels.invite.done'));
  };
  const whole = useSend(channelsDoors.invite, { onDone: done });
  const one = useSend(channelsDoors.inviteToThread, { onDone: done });
  const error = whole.error ?? one.error;
  const invite = (): void => {
    if (seat === null || ends === null) return;
    const body = { seat: seat.seat, ends, past };
    if (thread === undefined) whole.mutate({ params: { id: space }, body });
    else one.mutate({ params: { id: thread }, body });
  };
  return (
    <details>
      <summary>{thread === undefined ? t('channels.invite.space') : t('channels.invite.thread')}</summary>
      <div className="stack-s">
        <SeatFinder capacities={byInvitation} value={seat} onChange={setSeat} />
        <DateTime
          bare
          label={t('channels.invite.ends')}
          help={t('channels.invite.ends.help')}
          value={ends}
          onChange={setEnds}
        />
        <Check label={t('channels.invite.past')} value={past} onChange={setPast} />
        <p className="small dim">{past ? t('channels.invite.past.yes') : t('channels.invite.past.no')}</p>
        {error !== null && <RefusalNote error={error} />}
        <Button
          wide
          wait={whole.isPending || one.isPending}
          why={seat === null || ends === null ? t('channels.invite.incomplete') : undefined}
          onPress={invite}
        >
          {t('channels.invite')}
        </Button>
      </div>
    </details>
  );
}
