import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { TierFigures } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';
import { answersOf } from './reach.ts';

/** What those who acknowledged have answered. */
export function Answers({ tiers, words }: { tiers: readonly TierFigures[]; words: Words }) {
  const answers = answersOf(tiers);
  const all = answers.reduce((sum, it) => sum + it.count, 0);
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('exchange.reach.answers', { n: all })}</h2>
      <table>
        <caption className="unseen-by-eye">{t('exchange.reach.answers', { n: all })}</caption>
        <thead className="unseen-by-eye">
          <tr>
            <th scope="col">{t('exchange.reach.answer')}</th>
            <th scope="col">{t('exchange.reach.share')}</th>
            <th scope="col">{t('exchange.reach.count')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ state, count }) => {
            const name = words.code('acknowledgement', state);
            const alarm = state === 'affected' && count > 0;
            return (
              <tr key={state}>
                <th scope="row">
                  {alarm ? (
                    <State tone="late" icon="warn">
                      {name}
                    </State>
                  ) : (
                    name
                  )}
                </th>
                <td>
                  <Bar value={all === 0 ? 0 : count / all} low={alarm} label={`${name} ${figure(count)}`} />
                </td>
                <td className="number">{alarm ? <b>{figure(count)}</b> : figure(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
