import { usePageMark } from '../data/mark.tsx';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { t } from '../text.ts';

/** The foot of every page: its mark again, what kind of installation this is, the keys. */
export function Foot({ notice, onKeys }: { notice?: string | undefined; onKeys: () => void }) {
  const mark = usePageMark();
  return (
    <footer className="foot">
      <div>
        {mark !== null && <MarkingChip mark={mark} />}
        {notice !== undefined && <span className="wide-only">{notice}</span>}
      </div>
      <div className="wide-only">
        <button type="button" onClick={onKeys}>
          {t('portal.keys.title')} <kbd>?</kbd>
        </button>
        <a href="/plain">{t('portal.plain')}</a>
      </div>
    </footer>
  );
}
