import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** Where one is signed in; any of it can be ended. */
export function SessionsPanel() {
  const sessions = useGet(partiesDoors.listSessions);
  const end = useSend(partiesDoors.endSession);
  return (
    <Panel title={t('parties.sessions')}>
      <Answer of={sessions}>
        {({ items }) => (
          <ul className="ruled">
            {items.map((it) => (
              <li key={it.id} className="split">
                <span>
                  <b>{it.label}</b> {it.current && <Tag>{t('parties.session.this')}</Tag>}{' '}
                  <span className="small dim">
                    {t('parties.session.since')} <Moment at={it.createdAt} />{' '}
                    {it.strong ? t('parties.session.strong') : t('parties.session.by-code')}
                  </span>
                </span>
                {!it.current && (
                  <Button
                    small
                    label={t('parties.session.end.of', { label: it.label ?? '' })}
                    wait={end.isPending}
                    onPress={() => end.mutate({ params: { id: it.id } })}
                  >
                    {t('parties.session.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {end.error !== null && <RefusalNote error={end.error} />}
    </Panel>
  );
}
