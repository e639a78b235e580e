import { Icon } from '../../../../../portal/show/Icon.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import type { ProvisionView, Warning } from '../../../shapes/provision.ts';
import { MaterialText, SourceText } from '../../provision-compose/text/SourceText.tsx';
import { pieces } from '../../provision-compose/text/traces.ts';
import type { Words } from '../../words/programme.ts';

/** A text before it goes out, as the second person reads it: beside what it was made from, with what still stands marked. */
export function DraftText({ it, warnings, words }: { it: ProvisionView; warnings: readonly Warning[]; words: Words }) {
  const origins = it.desk?.derivedFrom ?? [];
  const traces = warnings.flatMap((warning) => {
    if (warning.kind === 'trace') return warning.where === 'body' ? [warning.text] : [];
    return warning.kind === 'small-group' ? warning.words : [];
  });
  const text = (
    <div className="provision-text">
      {pieces(it.body, traces).map((piece, i) => {
        const key = `${i}-${piece.text}`;
        return piece.found === undefined ? (
          <span key={key}>{piece.text}</span>
        ) : (
          <mark key={key} className="trace">
            <Icon name="stop" />
            {piece.text}
          </mark>
        );
      })}
    </div>
  );
  const materials = it.desk?.materials ?? [];
  if (origins.length + materials.length === 0) return text;
  return (
    <div className="two texts">
      <div className="stack">
        {origins.map((origin) => (
          <SourceText key={origin.id} id={origin.id} text={`${it.title}\n${it.body}`} words={words} />
        ))}
        {materials.map((one, i) => (
          <MaterialText key={`${i}-${one.title}`} it={one} text={`${it.title}\n${it.body}`} />
        ))}
      </div>
      <Panel level={3} title={t('exchange.texts.out')}>
        {text}
      </Panel>
    </div>
  );
}
