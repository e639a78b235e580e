import { t } from '../../../../portal/text.ts';
import type { Lack } from './content.ts';

/** What is still missing, in one sentence; nothing when all is there. */
export const lackWords = (lacks: readonly Lack[]): string | undefined => {
  if (lacks.includes('markup')) return t('exchange.compose.why.markup');
  const names = { title: t('exchange.texts.title'), body: t('exchange.texts.body'), audience: t('exchange.to-whom') };
  const missing = lacks.flatMap((it) => (it === 'markup' ? [] : [names[it]]));
  return missing.length === 0 ? undefined : t('exchange.write.lacks', { what: missing.join(t('exchange.and')) });
};
