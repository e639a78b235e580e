import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ProvisionView } from '../../../shapes/provision.ts';

/** Asks another person to look and approve; whoever had a hand in the text cannot. */
export function SecondPerson({ it }: { it: ProvisionView }) {
  const ask = useSend(exchangeDoors.askApproval, { onDone: () => say(t('exchange.second.asked-now')) });
  const { desk } = it;
  if (desk === null || it.sentAt !== null || (desk.mayApprove && desk.approval === null)) return null;
  if (desk.approval !== null) {
    return (
      <Panel title={t('exchange.second.title')}>
        <State tone="done">
          {rich('exchange.stage.second.done', { name: desk.approval.by, when: <Moment at={desk.approval.at} /> })}
        </State>
        <p className="small dim">{t('exchange.second.void')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('exchange.second.title')}>
      <p className="small cluster">
        {t('exchange.second.who')}
        <State tone={desk.askedAt === null ? 'idle' : 'info'} icon="clock">
          {desk.askedAt === null
            ? t('exchange.second.not-asked')
            : rich('exchange.stage.second.asked', { when: <Moment at={desk.askedAt} /> })}
        </State>
      </p>
      <p className="small dim">{t('exchange.second.says')}</p>
      {ask.error !== null && <RefusalNote error={ask.error} />}
      <p className="panel-act">
        <Button wide wait={ask.isPending} onPress={() => ask.mutate({ params: { id: it.id }, body: {} })}>
          {t(desk.askedAt === null ? 'exchange.second.ask' : 'exchange.second.ask-again')}
        </Button>
      </p>
    </Panel>
  );
}
