import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { useSend } from '../../../portal/data/query.ts';
import { Choices } from '../../../portal/form/Choice.tsx';
import { DateTime } from '../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../portal/form/Segmented.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { both, t } from '../../../portal/text.ts';
import { modeDoors, type ModeView, type Verb } from '../contract.ts';
import { type ScopeWords, verbWord } from './words.ts';

const blank = { mode: '', sectors: [] as string[], regions: [] as string[], basis: '', authority: '' };

/** Beginning an act. Which ones there are follows from what is in force. */
export function ActForm({ it, words }: { it: ModeView; words: ScopeWords }) {
  const offered: readonly Verb[] = it.now === null ? ['declare'] : ['widen', 'narrow', 'stand-down'];
  const [asked, setVerb] = useState<Verb>('declare');
  const [act, setAct] = useState(blank);
  const [from, setFrom] = useState<string | null>(null);
  const put = (change: Partial<typeof blank>): void => setAct({ ...act, ...change });
  const begin = useSend(modeDoors.beginModeAct, { onDone: () => setAct(blank) });
  const verb = offered.includes(asked) ? asked : (offered[0] as Verb);
  const wrong = wrongFields(begin.error);
  const inScope = <T extends { key: string }>(all: readonly T[], now: readonly string[] | undefined): T[] =>
    all.filter((one) => verb === 'declare' || (now ?? []).includes(one.key) === (verb === 'narrow'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { mode, ...rest } = act;
    const scope = verb === 'stand-down' ? { sectors: [], regions: [] } : {};
    begin.mutate({
      body: { verb, ...rest, ...scope, ...(mode === '' ? {} : { mode }), ...(from === null ? {} : { from }) },
    });
  };
  return (
    <Panel title={t('mode.begin')} icon="warn" hint={t('mode.begin.hint')}>
      <form className="stack" onSubmit={submit}>
        {offered.length > 1 && (
          <Segmented
            bare
            label={t('mode.what')}
            options={offered.map((key) => ({ key, label: verbWord(key) }))}
            value={verb}
            onChange={(key) => setVerb(key as Verb)}
          />
        )}
        {verb === 'declare' && it.others.length > 1 && (
          <Segmented
            bare
            label={t('mode.mode')}
            options={it.others.map((m) => ({ key: m.key, label: both(m.title) }))}
            value={act.mode === '' ? (it.others[0]?.key ?? '') : act.mode}
            onChange={(mode) => put({ mode })}
          />
        )}
        {verb !== 'stand-down' && (
          <>
            <Choices
              bare
              columns={3}
              label={t('mode.sectors')}
              options={inScope(words.sectors, it.now?.sectors)}
              value={act.sectors}
              onChange={(sectors) => put({ sectors })}
            />
            {words.regions.length > 0 && (
              <Choices
                bare
                columns={3}
                label={t('mode.regions')}
                options={inScope(words.regions, it.now?.regions)}
                value={act.regions}
                onChange={(regions) => put({ regions })}
              />
            )}
          </>
        )}
        <ProseField
          bare
          must
          rows={2}
          max={2000}
          label={t('mode.basis')}
          help={t('mode.basis.help')}
          value={act.basis}
          error={wrong['basis']}
          onChange={(basis) => put({ basis })}
        />
        <TextField
          bare
          must
          max={100}
          label={t('mode.authority')}
          help={t('mode.authority.help')}
          value={act.authority}
          error={wrong['authority']}
          onChange={(authority) => put({ authority })}
        />
        <DateTime bare label={t('mode.from')} help={t('mode.from.help')} value={from} onChange={setFrom} />
        <Button tone="go" type="submit" wait={begin.isPending}>
          {t('mode.begin.go')}
        </Button>
      </form>
      {begin.error !== null && <RefusalNote error={begin.error} />}
    </Panel>
  );
}
