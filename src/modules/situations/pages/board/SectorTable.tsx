import { useId } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { CsvButton } from '../../../../portal/list/CsvButton.tsx';
import { Scroll } from '../../../../portal/list/DataTable.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { Board, SectorLine } from '../../shapes.ts';
import { type BoardWords, stateWord } from '../words.ts';
import { Levels, levelsText } from './Levels.tsx';
import { Standing } from './Standing.tsx';

/** How every sector stands, the heaviest first, each in one line. */
export function SectorTable({
  it,
  words,
  onState,
}: {
  it: Board;
  words: BoardWords;
  onState?: (sector: string) => void;
}) {
  const id = useId();
  const now = useNow();
  const counted = it.sectors.some((line) => line.reports !== null);
  const acts = onState !== undefined && it.sectors.some((line) => line.mine);
  return (
    <div className="as-cards">
      <Scroll name={id}>
        <table className="sectors">
          <caption id={id}>
            {t('situations.sectors.now', { n: it.sectors.length })}
            <small>
              <Moment at={now} as="time" /> {t('situations.sectors.hint')}
            </small>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('situations.sector')}</th>
              <th scope="col">{t('situations.service')}</th>
              <th scope="col">{t('situations.regions')}</th>
              {counted && (
                <th scope="col" className="number">
                  {t('situations.reports')}
                </th>
              )}
              <th scope="col">{t('situations.levels')}</th>
              <th scope="col">{t('situations.says')}</th>
              <th scope="col">{t('situations.recovery')}</th>
              <th scope="col">{t('situations.said-at')}</th>
              {acts && (
                <th scope="col">
                  <span className="unseen-by-eye">{t('situations.state.do')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {it.sectors.map((line) => (
              <Line
                key={line.sector}
                line={line}
                words={words}
                counted={counted}
                acts={acts}
                {...(onState === undefined ? {} : { onState })}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="table-foot">
        <CsvButton file={`${it.reference}-sectors`} head={head()} rows={it.sectors.map((line) => cells(line, words))} />
      </p>
    </div>
  );
}

function Line({
  line,
  words,
  counted,
  acts,
  onState,
}: {
  line: SectorLine;
  words: BoardWords;
  counted: boolean;
  acts: boolean;
  onState?: (sector: string) => void;
}) {
  const name = words.sector(line.sector);
  return (
    <tr className={line.state === 'stopped' ? 'heavy' : undefined}>
      <th scope="row">{name}</th>
      <td>
        <Standing of={line.state} />
      </td>
      <td>{line.regions.length > 0 ? words.inRegions(line.regions) : <Nothing />}</td>
      {counted && (
        <td className="number">
          <Reports line={line} />
        </td>
      )}
      <td>
        <Levels of={line.levels} />
      </td>
      <td>
        <Said line={line} />
      </td>
      <td className="nowrap">{line.recovery ?? <Nothing />}</td>
      <td className="nowrap">{line.at === null ? <Nothing /> : <Moment at={line.at} />}</td>
      {acts && (
        <td>
          {line.mine && (
            <Button small label={t('situations.state.of', { sector: name })} onPress={() => onState?.(line.sector)}>
              {t('situations.state.short')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

function Nothing() {
  return <span className="dim">―</span>;
}

function Reports({ line }: { line: SectorLine }) {
  if (line.reports === null)
    return (
      <>
        <Nothing />
        <span className="unseen-by-eye">{t('situations.reports.unseen')}</span>
      </>
    );
  return (
    <>
      {figure(line.reports)}
      {line.fresh !== null && line.fresh > 0 && (
        <b className="fresh">
          {' '}
          +{figure(line.fresh)}
          <span className="unseen-by-eye">{t('situations.reports.fresh')}</span>
        </b>
      )}
    </>
  );
}

function Said({ line }: { line: SectorLine }) {
  return (
    <>
      {line.says}
      {line.detail !== null && <span className="detail">{line.detail}</span>}
      {line.silentSince !== null && (
        <span className="silent">
          {t('situations.silent', { who: line.competent.join(t('situations.and')) })} <Moment at={line.silentSince} />
        </span>
      )}
      {line.says === null && line.silentSince === null && <Nothing />}
    </>
  );
}

const head = (): string[] => [
  t('situations.sector'),
  t('situations.service'),
  t('situations.regions'),
  t('situations.reports'),
  t('situations.levels'),
  t('situations.says'),
  t('situations.recovery'),
  t('situations.said-at'),
];

const cells = (line: SectorLine, words: BoardWords): (string | number)[] => [
  words.sector(line.sector),
  stateWord(line.state),
  words.inRegions(line.regions),
  line.reports ?? '',
  levelsText(line.levels),
  line.says ?? '',
  line.recovery ?? '',
  line.at ?? '',
];
