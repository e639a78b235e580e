import { Chain } from '../../../../../portal/show/Chain.tsx';
import type { Station } from '../../../../../portal/show/Chain.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../../portal/text.ts';
import type { ProvisionView, Warning } from '../../../shapes/provision.ts';
import { listed } from '../../words/lists.ts';

/** The stages a provision passes before it goes out: written, free of traces, approved by another person, sent. */
export function Stages({ it, warnings }: { it: ProvisionView; warnings: readonly Warning[] }) {
  const { desk } = it;
  if (desk === null) return null;
  const approved = desk.approval !== null;
  const clean = warnings.length === 0 || approved;
  const station = (
    key: string,
    name: string,
    passed: boolean,
    here: boolean,
    lines: Station['lines'] = [],
  ): Station => ({
    key,
    name,
    state: passed ? 'passed' : here ? 'here' : 'ahead',
    lines,
  });
  const tempo = it.tempo === 'direct' ? t('exchange.tempo.direct') : t('exchange.tempo.relay');
  return (
    <Chain
      label={t('exchange.stage.label')}
      stations={[
        station('written', t('exchange.stage.written'), true, false, [
          listed(desk.editors.map((who) => who.name)),
          <Moment key="at" at={desk.updatedAt} />,
        ]),
        station('clean', t('exchange.stage.clean'), clean, !clean, [
          clean ? (
            t('exchange.stage.clean.done')
          ) : (
            <State key="left" tone="late">
              {t('exchange.stage.clean.left', { n: warnings.length })}
            </State>
          ),
        ]),
        station('second', t('exchange.stage.second'), approved, clean && !approved, [second(desk)]),
        ...sources(it, approved, station),
        station(
          'sent',
          t('exchange.stage.sent'),
          it.sentAt !== null,
          approved && it.sentAt === null && (desk.sources?.against ?? null) === null,
          [it.sentAt === null ? tempo : <Moment key="at" at={it.sentAt} />],
        ),
      ]}
    />
  );
}

type Drawn = (key: string, name: string, passed: boolean, here: boolean, lines?: Station['lines']) => Station;

// Where its way asks those who reported: a station between the second person and sending.
const sources = (it: ProvisionView, approved: boolean, station: Drawn): Station[] => {
  const asked = it.desk?.sources ?? null;
  if (asked === null || it.stage === 'recall') return [];
  const stands = asked.against;
  const due = asked.askings.find((one) => one.state === 'open')?.due;
  return [
    station('sources', t('exchange.stage.sources'), approved && stands === null, approved && stands !== null, [
      stands === 'source-objected' ? (
        <State key="no" tone="late">
          {t('exchange.stage.sources.objected')}
        </State>
      ) : due !== undefined ? (
        <Deadline key="due" at={due} compact />
      ) : (
        t(approved && stands === null ? 'exchange.stage.sources.done' : 'exchange.stage.sources.ahead')
      ),
    ]),
  ];
};

const second = (desk: NonNullable<ProvisionView['desk']>) => {
  if (desk.approval !== null)
    return rich('exchange.stage.second.done', { name: desk.approval.by, when: <Moment at={desk.approval.at} /> });
  if (desk.askedAt !== null) return rich('exchange.stage.second.asked', { when: <Moment at={desk.askedAt} /> });
  return t('exchange.stage.second.ahead');
};
