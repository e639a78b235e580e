import { call } from '../../../../portal/client.ts';
import { keyOf, queries } from '../../../../portal/data/query.ts';
import { Thread } from '../../../../portal/show/Thread.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type AnswerView, type SectionView, surveysDoors } from '../../contract.ts';

/** What colleagues said to each other about a section. */
export function Talk({ it, section }: { it: AnswerView; section: SectionView }) {
  if (it.colleagues.length < 2 && section.remarks.length === 0) return null;
  const params = { id: it.survey.id, section: section.key };
  const say = async (said: string): Promise<void> => {
    await call(surveysDoors.remarkOnSection, { params, body: { said } });
    await queries.invalidateQueries({ queryKey: keyOf(surveysDoors.showAnswer, { params: { id: it.survey.id } }) });
  };
  return (
    <section className="stack-s no-print">
      <h2>
        {t('surveys.talk')} <small className="dim">{t('surveys.talk.own')}</small>
      </h2>
      <Thread
        items={section.remarks.map((one) => ({ id: one.id, who: both(one.by), at: one.at, text: one.said }))}
        hint={t('surveys.talk.hint')}
        onSend={say}
      />
    </section>
  );
}
