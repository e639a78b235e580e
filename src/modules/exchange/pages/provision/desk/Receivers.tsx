import { AudiencePanel } from '../../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote, wordsOf } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGo } from '../../../../../portal/act/go.ts';
import { useSend } from '../../../../../portal/data/query.ts';
import { CsvButton } from '../../../../../portal/list/CsvButton.tsx';
import { Refusal } from '../../../../../kernel/refusal.ts';
import { Note } from '../../../../../portal/show/Note.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { AudienceView } from '../../../shapes/provision.ts';
import { listed } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import { columnsOf, peopleOf, tiersOf, whyNotWords } from './receivers.ts';

/** Exactly who would receive, by sector and tier and by name with why, what blocks sending, and the button that sends. */
export function Receivers({
  id,
  audience,
  words,
  derived,
  unsaved = false,
}: {
  id: string;
  audience: AudienceView;
  words: Words;
  /** It was made from reports, which its recipients will not see. */
  derived: boolean;
  /** What is on the page has not reached the server yet. */
  unsaved?: boolean;
}) {
  const go = useGo();
  const send = useSend(exchangeDoors.dispatchProvision, {
    onDone: (sent) => {
      say(t('exchange.send.done', { n: sent.recipients }));
      go(`/provisions/${id}/circulation`);
    },
  });
  const people = peopleOf(audience, words);
  const blocked = audience.blockers.length > 0 || unsaved;
  return (
    <AudiencePanel
      count={audience.count}
      columns={columnsOf(audience, words)}
      tiers={tiersOf(audience, words)}
      people={people}
      unseen={[...(derived ? [t('exchange.send.unseen.source')] : []), t('exchange.send.unseen.others')]}
      blockers={audience.blockers.map((reason) => ({
        key: reason,
        text: blockerWords(reason, audience),
        tone: reason === 'needs-second-person' || reason === 'source-approval-open' ? 'soon' : 'late',
      }))}
      after={t('exchange.send.after')}
    >
      {audience.leftOut.length > 0 && (
        <section className="left-out" aria-label={t('exchange.left-out.title')}>
          <h3>{t('exchange.left-out.title')}</h3>
          <ul className="ruled small">
            {audience.leftOut.map((it) => (
              <li key={it.body.id}>
                {words.body(it.body.name)} <span className="dim">{whyNotWords(it.why)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="small list-csv">
        <CsvButton
          file="audience"
          head={[t('exchange.column.body'), t('exchange.column.tier'), t('exchange.column.why')]}
          rows={people.map((it) => [it.name, it.tier, it.why])}
        >
          {t('exchange.send.csv')}
        </CsvButton>
      </p>
      {audience.changed !== null && <Changed of={audience.changed} words={words} />}
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        tone="go"
        wide
        wait={send.isPending}
        why={blocked ? t(unsaved ? 'exchange.send.unsaved' : 'exchange.send.blocked') : undefined}
        onPress={() => send.mutate({ params: { id }, body: {} })}
      >
        {t('exchange.send.do', { n: audience.count })}
      </Button>
    </AudiencePanel>
  );
}

// Against the version before: who had it and would not hear of this one matters most.
function Changed({ of, words }: { of: NonNullable<AudienceView['changed']>; words: Words }) {
  const named = (names: readonly string[]): string => listed(names.map((name) => words.body(name)));
  if (of.added.length + of.dropped.length === 0) return <p className="small dim">{t('exchange.changed.none')}</p>;
  return (
    <Note tone={of.dropped.length > 0 ? 'soon' : 'info'}>
      {of.dropped.length > 0 && (
        <p>{t('exchange.changed.dropped', { n: of.dropped.length, names: named(of.dropped) })}</p>
      )}
      {of.added.length > 0 && <p>{t('exchange.changed.added', { n: of.added.length, names: named(of.added) })}</p>}
    </Note>
  );
}

const blockerWords = (reason: string, audience: AudienceView): string =>
  reason === 'warnings-stand'
    ? t('exchange.send.warnings', { n: audience.warnings.length })
    : wordsOf(new Refusal(reason)).title;
