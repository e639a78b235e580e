import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { call } from '../../../portal/client.ts';
import { useNow } from '../../../portal/data/clock.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { both, t } from '../../../portal/text.ts';
import type { ReportVersion } from '../../exchange/contract.ts';
import { useWords } from '../../exchange/pages/words/programme.ts';
import { nameOf, subjectOf, useForm } from '../../exchange/pages/words/versions.ts';
import { FormFacts } from '../../forms/pages/index.ts';
import { breakglassDoors, type Opened } from '../contract.ts';

/** What is open, read once for each press: every reading is recorded, so nothing is fetched anew by itself. */
export function Reading({ id }: { id: string }) {
  const now = useNow();
  const [shown, setShown] = useState<Opened | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [waits, setWaits] = useState(false);
  const read = async (): Promise<void> => {
    setWaits(true);
    try {
      setShown(await call(breakglassDoors.readBreakGlass, { params: { id } }));
      setError(null);
    } catch (no) {
      setShown(null);
      setError(no);
    } finally {
      setWaits(false);
    }
  };
  const open = shown !== null && now < new Date(shown.until);
  return (
    <Panel title={t('breakglass.content')} icon="eyeoff" tone="source" hint={t('breakglass.content.hint')}>
      <div className="stack">
        {!open && (
          <Button tone="go" wait={waits} onPress={() => void read()}>
            {t('breakglass.read')}
          </Button>
        )}
        {error !== null && <RefusalNote error={error} />}
        {open && <Content it={shown} />}
      </div>
    </Panel>
  );
}

function Content({ it }: { it: Opened }) {
  if (it.source !== null) {
    const { name, contact, phone, email } = it.source;
    return (
      <Facts
        items={[
          { term: t('breakglass.source.body'), value: <b>{both(name)}</b> },
          { term: t('breakglass.source.contact'), value: contact },
          ...(phone === null ? [] : [{ term: t('breakglass.source.phone'), value: phone }]),
          ...(email === null ? [] : [{ term: t('breakglass.source.email'), value: email }]),
        ]}
      />
    );
  }
  if (it.report !== null)
    return (
      <>
        <Note>{t('breakglass.source.apart')}</Note>
        {it.report.versions.toReversed().map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </>
    );
  if (it.provision === null) return null;
  return (
    <>
      <h3 className="cluster">
        <MarkingChip mark={it.provision.handling} /> {it.provision.title}
      </h3>
      <p className="pre">{it.provision.body}</p>
    </>
  );
}

function Version({ version }: { version: ReportVersion }) {
  const words = useWords();
  const form = useForm(version.form.key);
  return (
    <section className="stack-s">
      <h3 className="cluster">
        <MarkingChip mark={version.handling} /> {nameOf(version, words)} {version.headline}
      </h3>
      <Answer of={form}>
        {(it) => (
          <div className="content-facts">
            <FormFacts
              definition={it.definition}
              codes={it.codes}
              answers={version.answers}
              subject={subjectOf(version)}
              stage={version.stage}
              changesOnly={false}
              without={['headline', 'handling']}
            />
          </div>
        )}
      </Answer>
    </section>
  );
}
