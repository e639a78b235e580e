import { useGet } from '../../../../portal/data/query.ts';
import type { Tone } from '../../../../portal/show/State.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type AgreementState, type HubView, partiesDoors } from '../../contract.ts';

/** Where an agreement stands, in words. */
export const stateWords = (state: AgreementState): string =>
  ({
    proposed: t('parties.agreement.state.proposed'),
    coming: t('parties.agreement.state.coming'),
    'in-force': t('parties.agreement.state.in-force'),
    expired: t('parties.agreement.state.expired'),
    ended: t('parties.agreement.state.ended'),
    declined: t('parties.agreement.state.declined'),
    lapsed: t('parties.agreement.state.lapsed'),
  })[state];

/** The tone in which a state is shown; what soon ends stands out. */
export const stateTone = (it: { state: AgreementState; expiring: boolean }): Tone => {
  if (it.state === 'in-force') return it.expiring ? 'soon' : 'done';
  if (it.state === 'proposed' || it.state === 'coming') return 'info';
  return 'idle';
};

/** The hubs, and what the kinds of information they offer are called. */
export const useHubs = (): { hubs: readonly HubView[]; kindWords: (kind: string) => string } => {
  const hubs = useGet(partiesDoors.listHubs).data?.items ?? [];
  const titles = new Map(hubs.flatMap((it) => it.kinds.map((kind) => [kind.kind, both(kind.title)] as const)));
  return { hubs, kindWords: (kind) => titles.get(kind) ?? kind };
};

/** A capacity's short name by key. */
export const useCapacityWords = (): ((key: string) => string) => {
  const roles = useGet(partiesDoors.listRoles).data?.items ?? [];
  return (key) => {
    const found = roles.find((it) => it.capacity === key);
    return found === undefined ? key : both(found.title.short);
  };
};
