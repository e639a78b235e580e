import { Icon } from '../../../../../portal/show/Icon.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { t } from '../../../../../portal/text.ts';
import type { Warning } from '../../../shapes/provision.ts';
import { listed } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import type { Change, ProvisionContent } from '../content.ts';
import { MarkedArea } from './MarkedArea.tsx';
import { SourceText } from './SourceText.tsx';
import './text.css';

/** The traces that stand in one place of the text. */
export const tracesIn = (warnings: readonly Warning[], where: 'title' | 'body'): string[] =>
  warnings.flatMap((it) => (it.kind === 'trace' && it.where === where ? [it.text] : []));

/** What is sent, and beside it what it was made from. */
export function Texts({
  it,
  change,
  warnings,
  words,
}: {
  it: ProvisionContent;
  change: Change;
  warnings: readonly Warning[];
  words: Words;
}) {
  const derived = it.derivedFrom.length > 0;
  const telling = warnings.flatMap((warning) => (warning.kind === 'small-group' ? warning.words : []));
  const area = (
    <MarkedArea
      label={t('exchange.texts.body')}
      help={t('exchange.texts.body.help')}
      value={it.body}
      traces={[...tracesIn(warnings, 'body'), ...telling]}
      onChange={(body) => change({ body })}
    />
  );
  return (
    <section aria-labelledby="texts">
      <h2 id="texts" className="split">
        {derived ? t('exchange.texts.both') : t('exchange.texts.one')}
        {derived && (
          <small className="legend">
            {t('exchange.texts.legend')}{' '}
            <mark className="trace">
              <Icon name="stop" />
              {t('exchange.texts.legend.trace')}
            </mark>{' '}
            <del>{t('exchange.texts.legend.gone')}</del>
          </small>
        )}
      </h2>
      <TextField
        label={t('exchange.texts.title')}
        must
        value={it.title}
        onChange={(title) => change({ title })}
        error={
          tracesIn(warnings, 'title').length > 0
            ? t('exchange.texts.title.trace', { words: listed(tracesIn(warnings, 'title')) })
            : undefined
        }
      />
      {derived ? (
        <div className="two texts">
          <div className="stack">
            {it.derivedFrom.map((id) => (
              <SourceText key={id} id={id} text={`${it.title}\n${it.body}`} words={words} />
            ))}
          </div>
          <Panel level={3} title={t('exchange.texts.out')} hint={t('exchange.texts.out.hint')}>
            {area}
          </Panel>
        </div>
      ) : (
        area
      )}
    </section>
  );
}
