import { State } from '../../../../portal/show/State.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { t } from '../../../../portal/text.ts';
import type { MeasureView } from '../../contract.ts';

/** What is special about a measure: that it waits for something, or that its master copy stands elsewhere. */
export function Flags({ of }: { of: MeasureView }) {
  const { trigger, partly, restated } = of;
  if (trigger === null && !restated) return null;
  return (
    <span className="flags">
      {trigger !== null && <Tag tone="maybe">{t(`progress.trigger.${trigger}${partly ? '-partly' : ''}`)}</Tag>}
      {restated && <Tag>{t('progress.restated')}</Tag>}
    </span>
  );
}

const glyphs = { 'in-progress': '◐', 'not-started': '○', 'not-triggered': '―' } as const;

/** How a measure stands, in a glyph and a word. That nothing set it off is no failure. */
export function Standing({ of }: { of: MeasureView }) {
  return (
    <State tone={of.state === 'in-progress' ? 'info' : 'idle'} icon={null}>
      <span aria-hidden="true">{glyphs[of.state]}</span> {t(`progress.state.${of.state}`)}
    </State>
  );
}
