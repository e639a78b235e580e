import { Button } from '../../../portal/act/Button.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors } from '../contract.ts';
import { CodesPanel } from './me/CodesPanel.tsx';
import { PasskeysPanel } from './me/PasskeysPanel.tsx';
import { PasswordPanel } from './me/PasswordPanel.tsx';
import { SessionsPanel } from './me/SessionsPanel.tsx';

/** Oneself: seats, what one signs in with, where one is signed in. */
export default function Me() {
  const session = useGet(partiesDoors.showSession);
  const credentials = useGet(partiesDoors.listCredentials);
  return (
    <>
      <PageHead
        title={t('parties.me.title')}
        aside={
          <Button small href="/successions">
            {t('parties.me.succession')}
          </Button>
        }
      />
      <div className="stack">
        <Answer of={session}>
          {(it) => (
            <Facts
              items={[
                { term: t('parties.name'), value: both(it.person.name) },
                { term: t('parties.email'), value: it.person.email },
                {
                  term: t('parties.seats'),
                  value: (
                    <ul>
                      {it.seats.map((seat) => (
                        <li key={seat.id}>
                          {both(seat.body.name)} {both(seat.title.short)} {both(seat.title.role)}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          )}
        </Answer>
        <Note>{t('parties.me.says')}</Note>
        <Answer of={credentials}>
          {(it) => (
            <div className="two">
              <div className="stack">
                <PasskeysPanel passkeys={it.passkeys} />
                <SessionsPanel />
              </div>
              <div className="stack">
                <PasswordPanel changedAt={it.password?.changedAt ?? null} />
                <CodesPanel confirmedAt={it.totp?.confirmedAt ?? null} />
              </div>
            </div>
          )}
        </Answer>
      </div>
    </>
  );
}
