import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ProvisionView, Warning } from '../../../shapes/provision.ts';
import { quoted } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import { whyTrace } from '../../provision-compose/text/Traces.tsx';

/** The second person approves what stands, and says for each standing warning why it may stay. */
export function Approve({ it, warnings, words }: { it: ProvisionView; warnings: readonly Warning[]; words: Words }) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const approve = useSend(exchangeDoors.approveProvision, { onDone: () => say(t('exchange.approve.done')) });
  const { desk } = it;
  if (desk === null || !desk.mayApprove || desk.approval !== null || it.sentAt !== null) return null;
  const given = (key: string): string => reasons[key]?.trim() ?? '';
  const open = warnings.filter((warning) => given(warning.key) === '');
  const accept = warnings.map(({ key }) => ({ key, reason: given(key) }));
  return (
    <Panel tone="key" title={t('exchange.approve.title')}>
      <p className="small dim">{t('exchange.approve.says')}</p>
      {warnings.map((warning) => (
        <div className="standing" key={warning.key}>
          <p>
            <State tone="late">{titleOf(warning, words)}</State>
          </p>
          <p className="small">{whyOf(warning)}</p>
          <Proposed
            reason={desk.reasons.find((it) => it.key === warning.key)?.reason}
            taken={(reason) => setReasons((before) => ({ ...before, [warning.key]: reason }))}
          />
          <ProseField
            label={t('exchange.approve.reason')}
            rows={2}
            max={1000}
            value={reasons[warning.key] ?? ''}
            onChange={(reason) => setReasons((before) => ({ ...before, [warning.key]: reason }))}
          />
        </div>
      ))}
      {approve.error !== null && <RefusalNote error={approve.error} />}
      <Button
        tone="go"
        wide
        wait={approve.isPending}
        why={open.length > 0 ? t('exchange.approve.why', { n: open.length }) : undefined}
        onPress={() => approve.mutate({ params: { id: it.id }, body: { revision: desk.revision, accept } })}
      >
        {t('exchange.approve.do')}
      </Button>
      <p className="small panel-act">
        <a href={`/provisions/${it.id}/edit`}>{t('exchange.approve.edit')}</a>
      </p>
    </Panel>
  );
}

// What the author wrote; taking it over is still the second person's own act, point by point.
function Proposed({ reason, taken }: { reason: string | undefined; taken: (reason: string) => void }) {
  if (reason === undefined) return null;
  return (
    <div className="proposed">
      <p className="small">
        <b>{t('exchange.approve.proposed')}</b> {reason}
      </p>
      <Button small onPress={() => taken(reason)}>
        {t('exchange.approve.take')}
      </Button>
    </div>
  );
}

const titleOf = (warning: Warning, words: Words): string => {
  if (warning.kind === 'trace') return warning.text;
  if (warning.kind === 'file-trace') return t('exchange.file-trace', { text: warning.text, file: warning.file });
  if (warning.kind === 'file-unread') return t('exchange.file-unread', { file: warning.file });
  if (warning.kind === 'small-group')
    return t('exchange.approve.small-group', {
      sector: words.sector(warning.sector),
      n: warning.count,
      least: warning.least,
    });
  return t('refusal.mark-wider-than-source');
};

const whyOf = (warning: Warning): string => {
  if (warning.kind === 'trace' || warning.kind === 'file-trace') return whyTrace(warning.what);
  if (warning.kind === 'file-unread') return t('exchange.file-unread.says');
  if (warning.kind === 'small-group') return t('exchange.approve.small-group.says', { words: quoted(warning.words) });
  return t('refusal.mark-wider-than-source.way');
};
