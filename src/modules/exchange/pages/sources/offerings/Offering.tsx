import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../../../portal/data/page.ts';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../../../portal/show/Facts.tsx';
import { meaning } from '../../../../../portal/show/MarkingChip.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { strictnessOf } from '../../../../../kernel/marking.ts';
import { both, rich, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { Extent, OfferingView, Pass } from '../../../shapes/offering.ts';
import { ExtentFields } from './ExtentFields.tsx';
import { extentWords, partWord, passWord } from './words.ts';
import '../../exchange.css';

/** One offering: what it says, how far it may go and has gone, and what the reader can do. */
export default function Offering({ params }: PageProps) {
  const offering = useGet(exchangeDoors.showOffering, { params: { id: params['id'] ?? '' } });
  return <Answer of={offering}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: OfferingView }) {
  return (
    <>
      <PageHead
        title={it.text?.title ?? it.reference}
        mark={it.text?.handling ?? null}
        crumbs={[{ label: t('exchange.offering.title'), href: '/offerings' }, { label: it.reference }]}
        meta={
          <>
            <span>{partWord(it.part)}</span>
            <span>{rich('exchange.offering.given-at', { when: <Moment at={it.givenAt} /> })}</span>
            {it.text !== null && <span>{meaning(strictnessOf(it.text.handling))}</span>}
          </>
        }
      />
      {it.withdrawnAt !== null && (
        <Note tone="late">
          <b>{rich('exchange.offering.withdrawn-at', { when: <Moment at={it.withdrawnAt} /> })}</b>{' '}
          {it.text === null && t('exchange.offering.withdrawn.says')}
        </Note>
      )}
      <div className="beside">
        <div className="stack-l">
          {it.text !== null && <div className="provision-text">{it.text.body}</div>}
          <Facts
            items={[
              { term: t('exchange.offering.hub'), value: both(it.hub) },
              it.source === null
                ? { term: t('exchange.offering.source'), unseen: t('exchange.offering.source.hidden') }
                : { term: t('exchange.offering.source'), value: both(it.source) },
              ...(it.extent === null ? [] : [{ term: t('exchange.offering.extent'), value: extentWords(it.extent) }]),
              ...it.passed.map((one) => ({
                term: passWord(one.to),
                value: (
                  <>
                    <Moment at={one.at} />{' '}
                    {one.endedAt !== null && rich('exchange.offering.ended', { when: <Moment at={one.endedAt} /> })}
                  </>
                ),
              })),
            ]}
          />
        </div>
        <aside className="stack" aria-label={t('exchange.report.to-do')}>
          {(it.may.includes('pass-members') || it.may.includes('pass-centre')) && <Passing it={it} />}
          {it.may.includes('extend') && it.extent !== null && <Extending id={it.id} now={it.extent} />}
          {it.may.includes('withdraw') && <Withdrawing id={it.id} />}
          <p className="small dim">{t('exchange.offering.who-sees')}</p>
        </aside>
      </div>
    </>
  );
}

function Passing({ it }: { it: OfferingView }) {
  const pass = useSend(exchangeDoors.passOffering, { onDone: () => say(t('exchange.offering.pass.done')) });
  const to: readonly Pass[] = [
    ...(it.may.includes('pass-members') ? (['members'] as const) : []),
    ...(it.may.includes('pass-centre') ? (['centre'] as const) : []),
  ];
  return (
    <Panel title={t('exchange.offering.pass')} tone="key">
      <div className="stack-s">
        <p className="small dim">{t('exchange.offering.pass.says')}</p>
        {pass.error !== null && <RefusalNote error={pass.error} />}
        {to.map((whom) => (
          <Button
            key={whom}
            wide
            tone="go"
            wait={pass.isPending}
            onPress={() => pass.mutate({ params: { id: it.id }, body: { to: whom } })}
          >
            {passWord(whom)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

function Extending({ id, now }: { id: string; now: Extent }) {
  const [far, setFar] = useState(now);
  const set = useSend(exchangeDoors.setExtent, { onDone: () => say(t('exchange.offering.extent.done')) });
  const same = far.toMembers === now.toMembers && far.toCentre === now.toCentre;
  return (
    <Panel title={t('exchange.offering.extent')}>
      <div className="stack">
        <ExtentFields value={far} onChange={setFar} />
        <p className="small dim">{t('exchange.offering.extent.says')}</p>
        {set.error !== null && <RefusalNote error={set.error} />}
        <Button
          wide
          wait={set.isPending}
          why={same ? t('exchange.offering.extent.same') : undefined}
          onPress={() => set.mutate({ params: { id }, body: far })}
        >
          {t('exchange.offering.extent.do')}
        </Button>
      </div>
    </Panel>
  );
}

function Withdrawing({ id }: { id: string }) {
  const withdraw = useSend(exchangeDoors.withdrawOffering, {
    onDone: () => say(t('exchange.offering.withdraw.done')),
  });
  return (
    <Panel title={t('exchange.offering.withdraw')}>
      <div className="stack-s">
        <p className="small dim">{t('exchange.offering.withdraw.says')}</p>
        {withdraw.error !== null && <RefusalNote error={withdraw.error} />}
        <Button wide wait={withdraw.isPending} onPress={() => withdraw.mutate({ params: { id }, body: {} })}>
          {t('exchange.offering.withdraw.do')}
        </Button>
      </div>
    </Panel>
  );
}
