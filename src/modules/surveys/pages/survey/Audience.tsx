import { AudiencePanel } from '../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { t } from '../../../../portal/text.ts';
import { type AudienceView, type CampaignView, surveysDoors } from '../../contract.ts';
import { useProgrammeWords } from '../words.ts';

/** Exactly to whom a planned campaign would go, by sector and by name, and the button by which a second person opens it. */
export function Audience({ it }: { it: CampaignView }) {
  const audience = useGet(surveysDoors.surveyAudience, { params: { id: it.id } });
  return <Answer of={audience}>{(of) => <Receivers it={it} of={of} />}</Answer>;
}

function Receivers({ it, of }: { it: CampaignView; of: AudienceView }) {
  const words = useProgrammeWords();
  const open = useSend(surveysDoors.openSurvey, { onDone: () => say(t('surveys.open.done')) });
  const off = useSend(surveysDoors.callSurveyOff);
  const call = { params: { id: it.id }, body: {} };
  const asked = of.recipients.filter((one) => one.asked);
  const columns = [t('surveys.audience.asked')];
  const tiers = [...Map.groupBy(asked, (one) => one.sector)].map(([sector, all]) => ({
    name: words.sector(sector),
    cells: { [columns[0] ?? '']: all.length },
  }));
  const people = of.recipients.map((one) => ({
    key: `${one.body} ${one.capacity}`,
    name: one.name,
    why: one.asked
      ? one.via === null
        ? t('surveys.audience.answers')
        : t('surveys.audience.answers-via', { via: one.via })
      : t('surveys.audience.relays', { capacity: words.capacity(one.capacity) }),
  }));
  return (
    <AudiencePanel
      title={t('surveys.audience')}
      count={of.asked}
      columns={columns}
      tiers={tiers}
      people={people}
      unseen={[t('surveys.audience.unseen')]}
      after={t('surveys.audience.after')}
    >
      {of.leftOut.length > 0 && (
        <p className="small">
          {t('surveys.audience.left-out', { names: of.leftOut.map((one) => one.name).join('、') })}
        </p>
      )}
      {!it.may.open && <p className="small">{t('surveys.open.waits')}</p>}
      {it.may.open && (
        <Button wide tone="go" wait={open.isPending} onPress={() => open.mutate(call)}>
          {t('surveys.open.do', { n: of.asked })}
        </Button>
      )}
      {it.may.callOff && (
        <Button wide tone="quiet" wait={off.isPending} onPress={() => off.mutate(call)}>
          {t('surveys.call-off')}
        </Button>
      )}
      {open.error !== null && <RefusalNote error={open.error} />}
      {off.error !== null && <RefusalNote error={off.error} />}
    </AudiencePanel>
  );
}
