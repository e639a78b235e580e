import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { t } from '../../../../../portal/text.ts';
import type { Warning } from '../../../shapes/provision.ts';
import { quoted } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import type { Change, ProvisionContent } from '../content.ts';
import { replaced } from './traces.ts';

type Trace = Extract<Warning, { kind: 'trace' }>;

/** Why a trace is in the way. It never says whose name it is. */
export const whyTrace = (what: Trace['what']): string =>
  ({
    name: t('exchange.trace.why.name'),
    domain: t('exchange.trace.why.domain'),
    place: t('exchange.trace.why.place'),
    person: t('exchange.trace.why.person'),
    address: t('exchange.trace.why.address'),
    identifier: t('exchange.trace.why.identifier'),
  })[what];

const neutral = (what: Trace['what']): string =>
  ({
    name: t('exchange.trace.neutral.name'),
    domain: t('exchange.trace.neutral.domain'),
    place: t('exchange.trace.neutral.place'),
    person: t('exchange.trace.neutral.person'),
    address: t('exchange.trace.neutral.address'),
    identifier: t('exchange.trace.neutral.identifier'),
  })[what];

/** What has to be put right before it can go: each trace with why and the way out in one click, then what a few words give away. */
export function Traces({
  it,
  change,
  warnings,
  words,
}: {
  it: ProvisionContent;
  change: Change;
  warnings: readonly Warning[];
  words: Words;
}) {
  const traces = warnings.filter((warning) => warning.kind === 'trace');
  const groups = warnings.filter((warning) => warning.kind === 'small-group');
  const files = warnings.filter((warning) => warning.kind === 'file-trace' || warning.kind === 'file-unread');
  if (warnings.length === 0) {
    return (
      <Note tone="done" live>
        <b>{t('exchange.trace.none')}</b> {t('exchange.trace.none.says')}
      </Note>
    );
  }
  return (
    <section aria-labelledby="traces" className="stack">
      <h2 id="traces">{t('exchange.trace.title')}</h2>
      {traces.length > 0 && (
        <div className="scroll as-cards">
          <table>
            <caption className="unseen-by-eye">{t('exchange.trace.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('exchange.trace.what')}</th>
                <th scope="col">{t('exchange.trace.why')}</th>
                <th scope="col">{t('exchange.trace.do')}</th>
              </tr>
            </thead>
            <tbody>
              {traces.map((trace) => (
                <Row key={trace.key} trace={trace} it={it} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {files.map((one) => (
        <Note key={one.key} tone={one.kind === 'file-trace' ? 'late' : 'soon'}>
          <b>
            {one.kind === 'file-trace'
              ? t('exchange.file-trace', { text: one.text, file: one.file })
              : t('exchange.file-unread', { file: one.file })}
          </b>{' '}
          {one.kind === 'file-trace' ? whyTrace(one.what) : t('exchange.file-unread.says')}
          <br />
          <span className="small">{t('exchange.file-trace.way')}</span>
          <KeptBecause of={one.key} it={it} change={change} />
        </Note>
      ))}
      {groups.map((group) => (
        <Note key={group.key} tone="soon">
          <b>{t('exchange.small-group.title', { n: group.count })}</b>{' '}
          {t('exchange.small-group.says', {
            words: quoted(group.words),
            sector: words.sector(group.sector),
            n: group.count,
            least: group.least,
          })}
          <br />
          <span className="small">{t('exchange.small-group.way')}</span>
          <KeptBecause of={group.key} it={it} change={change} />
        </Note>
      ))}
    </section>
  );
}

function Row({ trace, it, change }: { trace: Trace; it: ProvisionContent; change: Change }) {
  const by = neutral(trace.what);
  const put = (): void => change({ [trace.where]: replaced(it[trace.where], trace.text, by) });
  return (
    <tr>
      <th scope="row">
        <State tone="late">{trace.text}</State>
        {trace.where === 'title' && <span className="small dim"> {t('exchange.trace.in-title')}</span>}
      </th>
      <td>{whyTrace(trace.what)}</td>
      <td className="stack-s">
        <Button small onPress={put}>
          {t('exchange.trace.replace', { by })}
        </Button>
        <KeptBecause of={trace.key} it={it} change={change} />
      </td>
    </tr>
  );
}

/** Why the author would leave it as it is; the second person reads this and decides. */
function KeptBecause({ of, it, change }: { of: string; it: ProvisionContent; change: Change }) {
  const given = it.reasons[of];
  const [open, setOpen] = useState(given !== undefined);
  if (!open) {
    return (
      <Button small onPress={() => setOpen(true)}>
        {t('exchange.trace.keep')}
      </Button>
    );
  }
  return (
    <ProseField
      label={t('exchange.trace.keep.reason')}
      help={t('exchange.trace.keep.help')}
      rows={2}
      max={1000}
      value={given ?? ''}
      onChange={(reason) => change({ reasons: { ...it.reasons, [of]: reason } })}
    />
  );
}
