import { Button } from '../../../../../portal/act/Button.tsx';
import { Facts } from '../../../../../portal/show/Facts.tsx';
import { MarkingChip } from '../../../../../portal/show/MarkingChip.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../../portal/text.ts';
import type { AudienceView, ProvisionView } from '../../../shapes/provision.ts';
import { listed } from '../../words/lists.ts';
import type { Words } from '../../words/programme.ts';
import { materialWord } from '../../provision-compose/text/Materials.tsx';
import { Approve } from './Approve.tsx';
import { NextVersion } from './NextVersion.tsx';
import { Receivers } from './Receivers.tsx';
import { SecondPerson } from './SecondPerson.tsx';
import { Sources } from './Sources.tsx';

/** What only the desk sees: who had a hand in it, what it was made from, whom it is to reach, and what comes next. */
export function DeskSide({
  it,
  audience,
  words,
}: {
  it: ProvisionView;
  audience: AudienceView | undefined;
  words: Words;
}) {
  const { desk } = it;
  const sent = it.sentAt !== null;
  if (desk === null) return null;
  return (
    <>
      {sent && (
        <Panel tone="key" title={t('exchange.desk.reach')}>
          <Button tone="go" wide href={`/provisions/${it.id}/circulation`}>
            {t('exchange.provision.reach')}
          </Button>
        </Panel>
      )}
      <Approve it={it} warnings={audience?.warnings ?? []} words={words} />
      {!sent && audience !== undefined && (
        <Receivers id={it.id} audience={audience} words={words} derived={desk.derivedFrom.length > 0} />
      )}
      <SecondPerson it={it} />
      <Sources it={it} />
      <NextVersion it={it} />
      <Panel title={t('exchange.desk.title')} icon="lock" hint={t('exchange.desk.who-sees')}>
        <Facts
          items={[
            { term: t('exchange.desk.editors'), value: listed(desk.editors.map((who) => who.name)) },
            ...(desk.approval === null
              ? []
              : [
                  {
                    term: t('exchange.desk.approval'),
                    value: rich('exchange.stage.second.done', {
                      name: desk.approval.by,
                      when: <Moment at={desk.approval.at} />,
                    }),
                  },
                ]),
            ...accepted(desk.approval?.accepted ?? [], words),
            ...(desk.derivedFrom.length === 0
              ? []
              : [{ term: t('exchange.desk.origins'), value: <Origins of={desk.derivedFrom} /> }]),
            ...(desk.materials.length === 0
              ? []
              : [{ term: t('exchange.material.title'), value: <MaterialList of={desk.materials} /> }]),
            {
              term: t('exchange.to-whom'),
              value: listed([...desk.audience.circles, ...desk.audience.bodies].map((to) => words.body(to.name))),
            },
          ]}
        />
        {!sent && it.stage !== 'recall' && (
          <p className="panel-act">
            <Button wide href={`/provisions/${it.id}/edit`}>
              {t('exchange.desk.edit')}
            </Button>
          </p>
        )}
      </Panel>
    </>
  );
}

// An address is shown as text: nobody is led away from here by a click, and none is fetched.
function MaterialList({ of }: { of: NonNullable<ProvisionView['desk']>['materials'] }) {
  return (
    <ul className="stack-s">
      {of.map((one, i) => {
        const key = `${i}-${one.title}`;
        return (
          <li key={key}>
            {one.title} <span className="small dim">{materialWord(one.kind)}</span>
            {one.reference !== null && one.reference !== undefined && <p className="small">{one.reference}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function Origins({ of }: { of: NonNullable<ProvisionView['desk']>['derivedFrom'] }) {
  return (
    <ul className="stack-s">
      {of.map((origin) => (
        <li key={origin.id}>
          <a href={`/reports/${origin.id}`}>{origin.headline}</a>
          <br />
          <span className="cluster small">
            <MarkingChip mark={origin.handling} /> {origin.reference}
          </span>
        </li>
      ))}
    </ul>
  );
}

// Why something that could lead to a source was allowed to stay; the key ends with the words themselves, or with the sector.
const accepted = (points: readonly { readonly key: string; readonly reason: string }[], words: Words) =>
  points.length === 0
    ? []
    : [
        {
          term: t('exchange.desk.accepted'),
          value: (
            <ul className="stack-s">
              {points.map((it) => (
                <li key={it.key}>
                  <b>{words.sector(it.key.split(':').at(-1) ?? '')}</b> {it.reason}
                </li>
              ))}
            </ul>
          ),
        },
      ];
