import { AudiencePanel } from '../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import { exchangeDoors } from '../../contract.ts';
import type { CirculationView, RecipientRow } from '../../../circulation/contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import type { Words } from '../words/programme.ts';

/** A tier in between passes the provision on to those below it, and sees whom it will reach; afterwards how far it came. */
export function RelayOn({
  it,
  receipt,
  words,
}: {
  it: ProvisionView;
  receipt: NonNullable<ProvisionView['receipt']>;
  words: Words;
}) {
  const relay = useSend(circulationDoors.relay, {
    onDone: (done) => say(t('exchange.pass.done', { n: done.recipients })),
  });
  const below = useGet(exchangeDoors.showCirculation, { params: { id: it.id } });
  const rows = below.data?.rows ?? [];
  const next = nextIn(below.data);
  const passed = receipt.relayedAt !== null;
  if (!receipt.mustRelay || passed) {
    if (rows.length === 0 && !passed) return null;
    return (
      <Panel title={t('exchange.pass.below')}>
        {receipt.relayedAt !== null && (
          <p>
            <State tone="done">{rich('exchange.pass.at', { when: <Moment at={receipt.relayedAt} /> })}</State>
          </p>
        )}
        <p className="panel-act">
          <Button wide href={`/provisions/${it.id}/circulation`}>
            {t('exchange.provision.reach')}
          </Button>
        </p>
      </Panel>
    );
  }
  return (
    <AudiencePanel
      title={t('exchange.pass.to')}
      count={receipt.relayCount}
      people={next.map((row) => ({ key: row.receipt, name: words.body(row.body.name), why: t('exchange.pass.why') }))}
      unseen={[t('exchange.send.unseen.others')]}
      after={
        rows.length > next.length
          ? t('exchange.pass.after.beyond', { n: rows.length - next.length })
          : t('exchange.pass.after')
      }
    >
      {relay.error !== null && <RefusalNote error={relay.error} />}
      <Button
        tone="go"
        wide
        wait={relay.isPending}
        onPress={() => relay.mutate({ params: { id: receipt.id }, body: {} })}
      >
        {t('exchange.pass.do', { n: receipt.relayCount })}
      </Button>
    </AudiencePanel>
  );
}

// Those in the very next tier: whoever stands below them is reached by them in turn.
const nextIn = (view: CirculationView | undefined): readonly RecipientRow[] => {
  if (view === undefined) return [];
  const first = Math.min(...view.tiers.map((tier) => tier.position));
  const names = new Set(view.tiers.filter((tier) => tier.position === first).map((tier) => tier.tier));
  return view.rows.filter((row) => names.has(row.tier));
};
