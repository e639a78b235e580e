import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { enterRealm } from '../../../../portal/data/realm.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { drillsDoors, type DrillView } from '../../contract.ts';
import { RealButton } from '../RealButton.tsx';

/** What one can do about a drill at this moment. */
export function Actions({ it }: { it: DrillView }) {
  const here = useGet(drillsDoors.drillHere).data?.drill?.id === it.id;
  const open = useSend(drillsDoors.openDrill);
  const off = useSend(drillsDoors.callDrillOff);
  const pause = useSend(drillsDoors.pauseDrill);
  const resume = useSend(drillsDoors.resumeDrill);
  const close = useSend(drillsDoors.closeDrill);
  const enter = useSend(drillsDoors.enterDrill, { onDone: () => enterRealm(it.id) });
  const leave = useSend(drillsDoors.leaveDrill, { onDone: () => enterRealm('live') });
  const error = [open, off, pause, resume, close, enter, leave].map((one) => one.error).find((one) => one !== null);
  const call = { params: { id: it.id }, body: {} };
  const begun = it.state === 'open' || it.state === 'paused';
  return (
    <Panel title={t('drills.actions')} tone="key">
      <div className="stack-s">
        {it.state === 'planned' && (
          <p className="small">{it.may.open ? t('drills.open.says') : t('drills.open.waits')}</p>
        )}
        {it.may.open && <Act tone="go" of={open} on={() => open.mutate(call)} says={t('drills.open')} />}
        {it.may.enter && <Act tone="go" of={enter} on={() => enter.mutate(call)} says={t('drills.enter')} />}
        {!here && !it.may.enter && (begun || it.state === 'closed') && (
          <Button wide tone={begun ? 'go' : 'plain'} onPress={() => enterRealm(it.id)}>
            {begun ? t('drills.go-in') : t('drills.read')}
          </Button>
        )}
        {here && (
          <Button wide onPress={() => enterRealm('live')}>
            {t('drills.to-live')}
          </Button>
        )}
        {it.may.real && <RealButton drill={it.id} wide />}
        {it.may.pause && <Act of={pause} on={() => pause.mutate(call)} says={t('drills.pause')} />}
        {it.may.resume && <Act tone="go" of={resume} on={() => resume.mutate(call)} says={t('drills.resume')} />}
        {it.may.close && <Act of={close} on={() => close.mutate(call)} says={t('drills.close')} />}
        {it.may.callOff && <Act of={off} on={() => off.mutate(call)} says={t('drills.call-off')} />}
        {it.may.leave && <Act tone="quiet" of={leave} on={() => leave.mutate(call)} says={t('drills.leave')} />}
        {it.part === 'player' && begun && <p className="small dim">{t('drills.timed')}</p>}
        {error !== undefined && <RefusalNote error={error} />}
      </div>
    </Panel>
  );
}

function Act({
  tone = 'plain',
  of,
  on,
  says,
}: {
  tone?: 'go' | 'plain' | 'quiet';
  of: { isPending: boolean };
  on: () => void;
  says: string;
}) {
  return (
    <Button wide tone={tone} wait={of.isPending} onPress={on}>
      {says}
    </Button>
  );
}
