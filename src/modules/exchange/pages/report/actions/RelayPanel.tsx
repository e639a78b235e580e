import { useState } from 'react';
import { AudiencePanel } from '../../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Refusal } from '../../../../../kernel/refusal.ts';
import { hasMarkup } from '../../../../../kernel/text.ts';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportView } from '../../../shapes/report.ts';
import { quoted } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import { nextOf, stationName } from '../stations.tsx';

/** The ministry passes the report on as it is, a note beside it, and sees who gets it and what they will not see. */
export function RelayPanel({ report, words }: { report: ReportView; words: Words }) {
  const [note, setNote] = useState('');
  const relay = useSend(exchangeDoors.relayReport, {
    onDone: () => {
      setNote('');
      say(t('exchange.relay.done', { to }));
    },
  });
  const hop = nextOf(report) ?? report.hops.filter((it) => it.state !== 'copied').at(-1);
  if (hop === undefined) return null;
  const to = stationName(hop, report, words);
  const named = report.disclosure?.nameToCs === true;
  const body = note.trim() === '' ? {} : { note };
  return (
    <Panel tone="key" title={t('exchange.relay.title', { to })}>
      <p className="small dim">{t('exchange.relay.as-is')}</p>
      <ProseField
        label={t('exchange.relay.note')}
        maybe={t('exchange.relay.note.maybe')}
        rows={4}
        max={4000}
        value={note}
        onChange={setNote}
        help={t('exchange.relay.note.help')}
        error={tracesFound(relay.error)}
      />
      <AudiencePanel
        framed={false}
        count={1}
        people={[{ key: hop.capacity, name: to, why: t('exchange.relay.why') }]}
        unseen={[...(named ? [] : [t('exchange.relay.unseen.name')]), t('exchange.relay.unseen.thread')]}
      >
        {relay.error !== null && <RefusalNote error={relay.error} />}
        <Button
          tone="go"
          wide
          wait={relay.isPending}
          why={hasMarkup(note) ? t('exchange.compose.why.markup') : undefined}
          onPress={() => relay.mutate({ params: { id: report.id }, body })}
        >
          {t('exchange.relay.do', { to })}
        </Button>
      </AudiencePanel>
    </Panel>
  );
}

// The words of the note that give the source away, as the refusal names them.
const tracesFound = (error: unknown): string | undefined => {
  const found = error instanceof Refusal && error.reason === 'note-names-source' ? error.detail['found'] : undefined;
  if (!Array.isArray(found)) return undefined;
  return t('exchange.relay.note.traces', { words: quoted(found.filter((word) => typeof word === 'string')) });
};
