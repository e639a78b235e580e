import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { figure, rich, t } from '../../../../../portal/text.ts';
import type { FeedbackView } from '../../../shapes/feedback.ts';
import type { Words } from '../../words/programme.ts';

type Version = FeedbackView['versions'][number];

/** What something that was told back is, in words. */
export const feedbackWord = (kind: FeedbackView['kind']): string =>
  kind === 'sighting' ? t('exchange.feedback.sighting') : t('exchange.feedback.correction');

/** By whom: the body where the reader may know it, else its sector. */
export const fromWhom = (it: FeedbackView, words: Words): string => {
  if (it.mine) return t('exchange.feedback.mine');
  if (it.body !== null) return words.body(it.body.name);
  return it.sector === null
    ? t('exchange.feedback.masked.across')
    : t('exchange.feedback.masked', { sector: words.sector(it.sector) });
};

/** What a version says: the value with its times and number, or the words that are meant and those proposed. */
export function Said({ kind, it }: { kind: FeedbackView['kind']; it: Version }) {
  if (it.act === 'withdrawn') return <State tone="idle">{t('exchange.feedback.withdrawn')}</State>;
  return (
    <>
      {kind === 'sighting' && it.indicator !== null && (
        <p>
          <code>{it.indicator}</code> {it.count !== null && t('exchange.feedback.count', { n: figure(it.count) })}
        </p>
      )}
      {it.seenFrom !== null && (
        <p className="small dim">
          {it.seenUntil === null
            ? rich('exchange.feedback.seen', { when: <Moment at={it.seenFrom} as="both" /> })
            : rich('exchange.feedback.seen.between', {
                from: <Moment at={it.seenFrom} as="both" />,
                until: <Moment at={it.seenUntil} as="both" />,
              })}
        </p>
      )}
      {it.quote !== null && <p className="small dim">{t('exchange.feedback.about', { quote: it.quote })}</p>}
      {it.text !== null && <p className="pre">{it.text}</p>}
    </>
  );
}

/** What was said before, for those who may read it. */
export function Before({ it }: { it: FeedbackView }) {
  const earlier = it.versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary className="small">{t('exchange.feedback.before', { n: earlier.length })}</summary>
      <ol className="ruled small">
        {earlier.map((one) => (
          <li key={one.at}>
            <Moment at={one.at} />
            <Said kind={it.kind} it={one} />
          </li>
        ))}
      </ol>
    </details>
  );
}
