import { useState } from 'react';
import { call } from '../../../portal/client.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PlainFrame } from '../../../portal/shell/PlainFrame.tsx';
import { t } from '../../../portal/text.ts';
import { demoDoors, partiesDoors, type SessionView } from '../contract.ts';
import { goOn } from './sign-in/after.ts';
import { ChooseSeat } from './sign-in/ChooseSeat.tsx';
import { CodePanel } from './sign-in/CodePanel.tsx';
import { DutyDesks } from './sign-in/DutyDesks.tsx';
import { PasskeyPanel } from './sign-in/PasskeyPanel.tsx';
import { Personas } from './sign-in/Personas.tsx';

/** Signing in. In a demo, the people of its world stand beside. */
export default function SignIn() {
  const [session, setSession] = useState<SessionView | null>(null);
  const personas = useGet(demoDoors.listPersonas).data?.items;
  const demo = personas !== undefined && personas.length > 0;
  const entered = async (): Promise<void> => {
    const now = await call(partiesDoors.showSession);
    if (now.seats.length > 1) setSession(now);
    else goOn();
  };
  return (
    <PlainFrame {...(demo ? { notice: t('parties.demo.notice') } : {})}>
      <title>{`${t('parties.sign-in')}｜${t('portal.brand')} Noroshi`}</title>
      <div className={demo ? 'two first-narrow' : 'sheet'}>
        <div className="stack">
          <h1>{t('parties.sign-in')}</h1>
          {session === null ? (
            <>
              <PasskeyPanel onIn={() => void entered()} />
              <CodePanel onIn={() => void entered()} />
              <DutyDesks />
            </>
          ) : (
            <ChooseSeat session={session} onChosen={goOn} />
          )}
        </div>
        {demo && <Personas personas={personas} onIn={goOn} />}
      </div>
    </PlainFrame>
  );
}
