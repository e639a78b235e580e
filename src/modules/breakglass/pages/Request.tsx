import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { rich, t } from '../../../portal/text.ts';
import { breakglassDoors, type BreakGlassShown } from '../contract.ts';
import { Deciding } from './Deciding.tsx';
import { Reading } from './Reading.tsx';
import { Standing } from './Standing.tsx';
import { useBasis } from './words.ts';

/** One request: who asked for what and why, what was decided, who read it when, and what the reader may do. */
export default function Request({ params }: PageProps) {
  const request = useGet(breakglassDoors.showBreakGlass, { params: { id: params['id'] ?? '' } });
  return <Answer of={request}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: BreakGlassShown }) {
  const basis = useBasis();
  return (
    <>
      <PageHead
        title={t('breakglass.request', { reference: it.reference })}
        mark={tlp('AMBER+STRICT')}
        crumbs={[{ label: t('breakglass.title'), href: '/break-glass' }]}
        tags={<Standing state={it.state} />}
        meta={
          <span>
            {t('breakglass.at')} <Moment at={it.at} as="long" />
          </span>
        }
      />
      {it.concerns && !it.office.mine && <Note tone="soon">{t('breakglass.concerns')}</Note>}
      <div className="beside">
        <div className="stack-l">
          <Panel title={t('breakglass.asked')}>
            <Facts
              items={[
                { term: t('breakglass.what'), value: <b>{t(`breakglass.what.${it.what}`)}</b> },
                { term: t('breakglass.by'), value: it.by.name },
                { term: t('breakglass.office'), value: it.office.name },
                { term: t('breakglass.basis'), value: basis(it.basis) },
                { term: t('breakglass.reason'), value: <span className="pre">{it.reason}</span> },
                ...(it.decidedAt === null
                  ? [{ term: t('breakglass.lapses'), value: <Moment at={it.lapses} as="long" /> }]
                  : [{ term: t('breakglass.decided'), value: <Moment at={it.decidedAt} as="long" /> }]),
                ...(it.note === null
                  ? []
                  : [{ term: t('breakglass.note'), value: <span className="pre">{it.note}</span> }]),
                ...(it.until === null
                  ? []
                  : [{ term: t('breakglass.until'), value: <Moment at={it.until} as="long" /> }]),
                ...(it.endedAt === null
                  ? []
                  : [{ term: t('breakglass.ended'), value: <Moment at={it.endedAt} as="long" /> }]),
                ...(it.tellAt === null
                  ? []
                  : [{ term: t('breakglass.tell-at'), value: <Moment at={it.tellAt} as="long" /> }]),
              ]}
            />
          </Panel>
          {it.may.read && <Reading id={it.id} />}
        </div>
        <aside className="stack" aria-label={t('breakglass.to-do')}>
          {it.may.decide && <Deciding it={it} />}
          {it.may.end && <Ending id={it.id} />}
          <Panel title={t('breakglass.readings')} icon="people">
            {it.readings.length === 0 ? (
              <p>{t('breakglass.readings.none')}</p>
            ) : (
              <ul className="ruled small">
                {it.readings.map((at, i) => (
                  <li key={i}>{rich('breakglass.read-at', { at: <Moment at={at} as="long" /> })}</li>
                ))}
              </ul>
            )}
          </Panel>
        </aside>
      </div>
    </>
  );
}

function Ending({ id }: { id: string }) {
  const end = useSend(breakglassDoors.endBreakGlass);
  return (
    <Panel title={t('breakglass.end.title')}>
      <div className="stack-s">
        <p className="small">{t('breakglass.end.says')}</p>
        {end.error !== null && <RefusalNote error={end.error} />}
        <Button wide wait={end.isPending} onPress={() => end.mutate({ params: { id }, body: {} })}>
          {t('breakglass.end.do')}
        </Button>
      </div>
    </Panel>
  );
}
