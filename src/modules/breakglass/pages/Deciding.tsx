import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useSend } from '../../../portal/data/query.ts';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { rich, t } from '../../../portal/text.ts';
import { breakglassDoors, type BreakGlassShown } from '../contract.ts';

/** The second person’s decision, with what stands behind the reference as far as its own seat sees it. */
export function Deciding({ it }: { it: BreakGlassShown }) {
  const [note, setNote] = useState('');
  const decide = useSend(breakglassDoors.decideBreakGlass);
  const send = (allow: boolean): void =>
    decide.mutate({ params: { id: it.id }, body: { allow, ...(note.trim() === '' ? {} : { note }) } });
  const { found } = it;
  return (
    <Panel title={t('breakglass.decide')} tone="key" icon="lock">
      <div className="stack-s">
        {found === null ? (
          <Note tone="soon">{t('breakglass.found.none')}</Note>
        ) : (
          <p>
            {rich('breakglass.found', {
              title: <a href={`/${found.kind}s/${found.id}`}>{found.title}</a>,
            })}
          </p>
        )}
        {found !== null && !found.decides && <Note tone="soon">{t('breakglass.found.not-known')}</Note>}
        <ProseField
          bare
          rows={3}
          max={2000}
          label={t('breakglass.note')}
          help={t('breakglass.note.help')}
          value={note}
          onChange={setNote}
        />
        {decide.error !== null && <RefusalNote error={decide.error} />}
        <Button
          tone="go"
          wide
          wait={decide.isPending}
          why={found?.decides === true ? undefined : t('breakglass.allow.why')}
          onPress={() => send(true)}
        >
          {t('breakglass.allow')}
        </Button>
        <Button wide wait={decide.isPending} onPress={() => send(false)}>
          {t('breakglass.refuse')}
        </Button>
      </div>
    </Panel>
  );
}
