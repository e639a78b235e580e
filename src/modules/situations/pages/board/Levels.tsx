import { Icon } from '../../../../portal/show/Icon.tsx';
import { t } from '../../../../portal/text.ts';
import type { LevelLine } from '../../shapes.ts';

/** How the service maintenance levels of a sector stand, in one word: missed ones first. */
export function Levels({ of }: { of: readonly LevelLine[] }) {
  const verdict = whole(of);
  if (verdict === null) return <span className="dim">―</span>;
  if (verdict === 'open') return <>{t('situations.level.open')}</>;
  return (
    <span className={verdict === 'below' ? 'state late' : 'state done'}>
      <Icon name={verdict === 'below' ? 'stop' : 'check'} />
      <span>{levelsText(of)}</span>
    </span>
  );
}

/** The same as text. */
export const levelsText = (of: readonly LevelLine[]): string => {
  const verdict = whole(of);
  if (verdict === null) return '';
  if (verdict === 'below') return t('situations.level.below', { n: of.filter((it) => it.verdict === 'below').length });
  return verdict === 'open' ? t('situations.level.open') : t('situations.level.kept');
};

// One missed is a miss; one open leaves the sector open; nothing measured at all says nothing.
const whole = (of: readonly LevelLine[]): LevelLine['verdict'] => {
  const all = of.map((it) => it.verdict).filter((it) => it !== null);
  if (all.length === 0) return null;
  return all.includes('below') ? 'below' : all.includes('open') ? 'open' : 'kept';
};
