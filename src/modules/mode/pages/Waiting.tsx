import { Button } from '../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import { useSend } from '../../../portal/data/query.ts';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { type ActView, modeDoors, type ModeView } from '../contract.ts';
import { type ScopeWords, verbWord } from './words.ts';

/** An act that waits for its second person, with what it would do. */
export function Waiting({ it, may, words }: { it: ActView; may: ModeView['may']; words: ScopeWords }) {
  const confirm = useSend(modeDoors.confirmModeAct, { onDone: () => say(t('mode.confirmed')) });
  const withdraw = useSend(modeDoors.withdrawModeAct, { onDone: () => say(t('mode.withdrawn')) });
  const error = confirm.error ?? withdraw.error;
  return (
    <Panel title={t('mode.waiting')} tone="key" icon="clock" hint={t('mode.waiting.hint')}>
      <div className="stack">
        <Facts
          items={[
            { term: t('mode.what'), value: <b>{`${words.mode(it.mode)} ${verbWord(it.verb)}`}</b> },
            ...(it.verb === 'stand-down'
              ? []
              : [{ term: t('mode.scope'), value: words.scope(it.sectors, it.regions) }]),
            { term: t('mode.from'), value: <Moment at={it.askedFrom} as="long" /> },
            { term: t('mode.basis'), value: it.basis },
            { term: t('mode.authority'), value: it.authority },
            { term: t('mode.begun-by'), value: both(it.by) },
          ]}
        />
        <p className="cluster">
          <Button
            tone="go"
            wait={confirm.isPending}
            {...(may.confirm ? {} : { why: t('mode.confirm.why') })}
            onPress={() => confirm.mutate({ params: { id: it.id }, body: {} })}
          >
            {t('mode.confirm')}
          </Button>
          {may.withdraw && (
            <Button wait={withdraw.isPending} onPress={() => withdraw.mutate({ params: { id: it.id }, body: {} })}>
              {t('mode.withdraw')}
            </Button>
          )}
        </p>
        {error !== null && <RefusalNote error={error} />}
      </div>
    </Panel>
  );
}
