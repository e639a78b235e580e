import { State } from '../../../../portal/show/State.tsx';
import { t } from '../../../../portal/text.ts';
import type { Released } from '../../contract.ts';

/** Whether a release is published, waits for its second person, or has been overtaken. */
export function Standing({ of }: { of: Released }) {
  if (of.overtaken) return <State tone="idle">{t('review.release.overtaken')}</State>;
  return <State tone={of.state === 'published' ? 'done' : 'soon'}>{t(`review.release.state.${of.state}`)}</State>;
}
