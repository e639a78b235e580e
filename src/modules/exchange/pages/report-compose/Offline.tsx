import { useRef, useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { download, fileName } from '../../../../portal/list/csv/csv.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import type { FormView } from '../../../forms/contract.ts';
import { exchangeDoors } from '../../contract.ts';
import type { VersionInput } from '../../shapes/report.ts';
import type { ReportContent } from './content.ts';
import { readContent } from './content.ts';

type Said = OutputOf<typeof exchangeDoors.readReportSheet>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// Larger than any filled-in form, smaller than what the server takes at all.
const LARGEST = 500_000;

/** The form as a workbook, for where this page cannot be reached; filled in, it comes back into what is being written. */
export function Offline({
  it,
  kind,
  stage,
  form,
  onRead,
}: {
  it: ReportContent;
  /** Only a sheet of this kind is taken; any that the seat tells when it is left out. */
  kind?: string;
  stage: 'first' | VersionInput['stage'];
  form: FormView;
  onRead: (content: ReportContent) => void;
}) {
  const chosen = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<Said['problems'] | null>(null);
  const [large, setLarge] = useState(false);
  const give = useSend(exchangeDoors.reportSheet, {
    quiet: true,
    onDone: ({ name, file }) => download(fileName(name, `TLP ${it.mark}`), bytesOf(file), xlsx),
  });
  const take = useSend(exchangeDoors.readReportSheet, {
    quiet: true,
    onDone: (said) => {
      setProblems(said.problems);
      onRead(contentOf(it, said));
      say(t('exchange.offline.read'));
    },
  });
  const read = (file: File | undefined): void => {
    setProblems(null);
    setLarge(file !== undefined && file.size > LARGEST);
    if (file === undefined || file.size > LARGEST) return;
    void base64Of(file).then((text) =>
      take.mutate({ body: { file: text, stage, ...(kind === undefined ? {} : { kind }) } }),
    );
  };
  const { headline, summary, occurredAt, detectedAt, eventType, causeTypes, answers, mark } = it;
  const subject = { headline, summary, occurredAt, detectedAt, eventType, causeTypes, handling: mark };
  const asked = it.kind ?? kind;
  return (
    <Panel title={t('exchange.offline.title')} level={2}>
      <p className="small">{t('exchange.offline.says')}</p>
      {give.error !== null && <RefusalNote error={give.error} />}
      {take.error !== null && <RefusalNote error={take.error} />}
      {large && (
        <p role="alert" className="small">
          {t('exchange.offline.large')}
        </p>
      )}
      <p className="cluster">
        <Button
          small
          icon="save"
          wait={give.isPending}
          onPress={() =>
            give.mutate({ body: { ...(asked === undefined ? {} : { kind: asked }), written: { subject, answers } } })
          }
        >
          {t('exchange.offline.give')}
        </Button>
        <Button small wait={take.isPending} onPress={() => chosen.current?.click()}>
          {t('exchange.offline.take')}
        </Button>
        <input
          ref={chosen}
          type="file"
          hidden
          accept={`.xlsx,${xlsx}`}
          aria-label={t('exchange.offline.take')}
          onChange={(event) => {
            read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </p>
      <div role="status">
        {problems !== null && (
          <p className="small">
            {problems.length === 0
              ? t('exchange.offline.whole')
              : t('exchange.offline.problems', { n: problems.length })}
          </p>
        )}
      </div>
      {problems !== null && problems.length > 0 && (
        <ul className="small">
          {problems.map((one) => (
            <li key={`${one.cell} ${one.path} ${one.code}`}>
              <b>{one.cell}</b> {labelOf(form, one.path)}：{t(`forms.problem.${one.code}`, one.params)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What the sheet said, in the place of what was written; what no sheet asks stays as it was. */
const contentOf = (it: ReportContent, said: Said): ReportContent =>
  readContent({
    ...said.subject,
    answers: said.answers,
    kind: said.kind,
    mark: said.subject['handling'] ?? it.mark,
    sector: it.sector,
    nameToCs: it.nameToCs,
    copyToCeptoar: it.copyToCeptoar,
  });

const labelOf = (form: FormView, path: string): string => {
  const [key = '', ...rest] = path.split('.');
  const field = form.definition.sections.flatMap((it) => it.fields).find((one) => one.key === key);
  const inner = field?.type === 'group' ? field.fields.find((one) => one.key === rest.at(-1)) : undefined;
  const place = rest.length > 1 ? ` ${Number(rest[0]) + 1}` : '';
  return field === undefined
    ? ''
    : [`${both(field.label)}${place}`, inner === undefined ? [] : both(inner.label)].flat().join('／');
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);

const base64Of = (file: File): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      done(typeof reader.result === 'string' ? reader.result.replace(/^data:[^,]*,/u, '') : ''),
    );
    reader.addEventListener('error', () => fail(reader.error ?? new Error('not readable')));
    reader.readAsDataURL(file);
  });
