import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { CirculationView } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';
import { outcomeWord } from './words.ts';

/** What was tried already, latest first. */
export function Attempts({ view, words }: { view: CirculationView; words: Words }) {
  if (view.attempts.length === 0) return null;
  const nameOf = (receipt: string | null): string => view.rows.find((row) => row.receipt === receipt)?.body.name ?? '';
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts">{t('exchange.attempts.title')}</h2>
      <ul className="ruled small">
        {view.attempts.slice(0, 30).map((it) => (
          <li key={it.id}>
            <Moment at={it.at} />　{words.code('channel', it.channel)}　<b>{outcomeWord(it.outcome)}</b>　
            {nameOf(it.receipt)} {it.note}
          </li>
        ))}
      </ul>
    </section>
  );
}
