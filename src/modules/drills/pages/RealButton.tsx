import { Button } from '../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useSend } from '../../../portal/data/query.ts';
import { t } from '../../../portal/text.ts';
import { drillsDoors } from '../contract.ts';

/** 【実】: something real happens. One press pauses the drill for everybody; nothing is asked first, because there is no time. */
export function RealButton({ drill, wide = false }: { drill: string; wide?: boolean }) {
  const call = useSend(drillsDoors.callReal);
  return (
    <>
      <Button
        icon="warn"
        wide={wide}
        wait={call.isPending}
        onPress={() => call.mutate({ params: { id: drill }, body: {} })}
      >
        {t('drills.real')}
      </Button>
      {call.error !== null && <RefusalNote error={call.error} />}
    </>
  );
}
