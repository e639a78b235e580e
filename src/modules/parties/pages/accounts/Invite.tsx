import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** Inviting a person into a seat. The link goes by mail, or is shown once to be handed over by a way the person is known by. */
export function Invite() {
  const [it, setIt] = useState({ email: '', ja: '', en: '', find: '', seat: '', role: '' });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const bodies = useGet(partiesDoors.listBodies, { query: { q: it.find, limit: 20 } }, { enabled: it.find.length > 0 });
  const roles = useGet(partiesDoors.listRoles).data?.items ?? [];
  const invite = useSend(partiesDoors.invite, { onDone: () => put({ email: '', ja: '', en: '' }) });
  const seats = (it.find === '' ? [] : (bodies.data?.items ?? [])).flatMap((body) =>
    body.seats.map((seat) => ({
      ...seat,
      body: both(body.name),
      title: roles.find((role) => role.capacity === seat.capacity)?.title,
    })),
  );
  const chosen = seats.find((seat) => seat.id === it.seat) ?? seats[0];
  const offered = roles.filter((role) => role.capacity === chosen?.capacity);
  const role = offered.find((one) => one.role === it.role) ?? offered[0];
  const wrong = wrongFields(invite.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === undefined || role === undefined) return;
    invite.mutate({ body: { email: it.email, name: { ja: it.ja, en: it.en }, seat: chosen.id, role: role.role } });
  };
  return (
    <Panel title={t('parties.invite')} icon="people">
      <div className="stack">
        <form onSubmit={submit} className="stack-s">
          <TextField
            bare
            must
            label={t('parties.email')}
            type="email"
            value={it.email}
            error={wrong['email']}
            onChange={(email) => put({ email })}
          />
          <TextField
            bare
            must
            label={t('parties.name.ja')}
            max={120}
            value={it.ja}
            error={wrong['name.ja']}
            onChange={(ja) => put({ ja })}
          />
          <TextField
            bare
            must
            label={t('parties.name.en')}
            max={160}
            value={it.en}
            error={wrong['name.en']}
            onChange={(en) => put({ en })}
          />
          <TextField
            bare
            must
            label={t('parties.body')}
            help={t('parties.invite.body.help')}
            value={it.find}
            onChange={(find) => put({ find, seat: '' })}
          />
          {chosen !== undefined && (
            <Select
              bare
              label={t('parties.seat')}
              options={seats.map((seat) => ({
                key: seat.id,
                label: `${seat.body} ${seat.title === undefined ? seat.capacity : both(seat.title.short)}`,
              }))}
              value={chosen.id}
              onChange={(seat) => put({ seat, role: '' })}
            />
          )}
          {role !== undefined && (
            <Select
              bare
              label={t('parties.role')}
              options={offered.map((one) => ({ key: one.role, label: both(one.title.role) }))}
              value={role.role}
              onChange={(next) => put({ role: next })}
            />
          )}
          <Button
            tone="go"
            type="submit"
            wait={invite.isPending}
            why={
              chosen === undefined || it.email === '' || it.ja === '' || it.en === ''
                ? t('parties.invite.incomplete')
                : undefined
            }
          >
            {t('parties.invite.make')}
          </Button>
        </form>
        {invite.error !== null && <RefusalNote error={invite.error} />}
        {invite.data !== undefined && (
          <Note tone="done" live>
            <b>{t(invite.data.secret === null ? 'parties.invite.mailed' : 'parties.invite.once')}</b>{' '}
            <Moment at={invite.data.until} />
            {invite.data.secret !== null && (
              <>
                <br />
                <code>{`${location.origin}/invitation#${invite.data.secret}`}</code>
              </>
            )}
          </Note>
        )}
      </div>
    </Panel>
  );
}
