import { fiscalYearBounds } from '../../../kernel/time.ts';
import { fiscal } from '../../../portal/data/phrases.ts';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import type { CampaignEntry, Part, State, Turn } from '../contract.ts';

/** A fiscal year, as `令和8年度`. */
export const yearOf = (year: number): string => fiscal(fiscalYearBounds(year).from);

/** How a campaign stands, in a word. */
export const stateWord = (state: State): string =>
  ({
    planned: t('surveys.state.planned'),
    open: t('surveys.state.open'),
    closed: t('surveys.state.closed'),
    'called-off': t('surveys.state.called-off'),
  })[state];

/** How its state is shown. */
export const stateTone = ({ state }: Pick<CampaignEntry, 'state'>) =>
  (({ planned: 'info', open: 'soon', closed: 'done', 'called-off': 'idle' }) as const)[state];

/** What was done to a campaign, in words. */
export const turnWord = (what: Turn): string =>
  ({
    opened: t('surveys.turn.opened'),
    extended: t('surveys.turn.extended'),
    closed: t('surveys.turn.closed'),
    'called-off': t('surveys.turn.called-off'),
  })[what];

/** What a seat has to do with a campaign. */
export const partWord = (part: Part): string =>
  ({ desk: t('surveys.part.desk'), relay: t('surveys.part.relay'), answer: t('surveys.part.answer') })[part];

/** The programme's words for capacities and sectors in the reader's language. */
export const useProgrammeWords = () => {
  const programme = useGet(programmeDoors.programme).data;
  const titleIn = (all: readonly { key: string; title: { ja: string; en: string } }[] | undefined, key: string) => {
    const found = all?.find((it) => it.key === key);
    return found === undefined ? key : both(found.title);
  };
  return {
    capacity: (key: string): string => titleIn(programme?.capacities, key),
    sector: (key: string | null): string =>
      key === null ? t('surveys.sector.none') : titleIn(programme?.sectors, key),
  };
};
