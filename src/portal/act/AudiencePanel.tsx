import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../show/Icon.tsx';
import { State } from '../show/State.tsx';
import { figure, t } from '../text.ts';

/** A tier or sector and how many of each column receive. */
export interface AudienceTier {
  readonly name: string;
  readonly cells: Readonly<Record<string, number | string>>;
}

/** One who receives, and why. */
export interface AudienceReader {
  readonly key: string;
  readonly name: string;
  readonly why: string;
}

/** Whom it reaches when: now, after a further step, or never. */
export interface AudienceReach {
  readonly key: string;
  readonly when: 'now' | 'later' | 'never';
  readonly label: string;
  readonly name: string;
  readonly what?: ReactNode;
  readonly why?: ReactNode;
}

/** What stands beside a send button. `children` is the button, `after` what can be done once it is sent. */
export interface AudienceProps {
  readonly title?: string;
  readonly count: number | null;
  readonly columns?: readonly string[];
  readonly tiers?: readonly AudienceTier[];
  readonly people?: readonly AudienceReader[];
  readonly reach?: readonly AudienceReach[];
  readonly unseen?: readonly string[];
  readonly blockers?: readonly { readonly key: string; readonly text: string; readonly tone?: 'late' | 'soon' }[];
  readonly after?: ReactNode;
  /** Inside a panel already: no frame of its own. */
  readonly framed?: boolean;
  readonly children?: ReactNode;
}

/** Exactly who will receive: the count, by tier and sector, the list with why, what they will not see, what blocks, the button. */
export function AudiencePanel(props: AudienceProps) {
  const {
    title,
    count,
    columns = [],
    tiers = [],
    people = [],
    reach = [],
    unseen = [],
    blockers = [],
    after,
    framed = true,
    children,
  } = props;
  const id = useId();
  const Heading = framed ? 'h2' : 'h3';
  return (
    <section className={framed ? 'panel key audience' : 'audience'} aria-labelledby={id}>
      <div className="total">
        <Heading id={id}>
          <Icon name="people" /> {title ?? t('portal.audience.title')}
        </Heading>
        {count !== null && (
          <b aria-live="polite">
            {figure(count)}
            <span className="unseen-by-eye"> {t('portal.audience.recipients')}</span>
          </b>
        )}
      </div>
      {reach.length > 0 && <Reach reach={reach} />}
      {tiers.length > 0 && <Tiers tiers={tiers} columns={columns} />}
      {people.length > 0 && <People people={people} />}
      {unseen.length > 0 && (
        <ul className="unseen">
          {unseen.map((text) => (
            <li key={text}>
              <Icon name="eyeoff" /> <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {blockers.length > 0 && (
        <div className="blockers" role="status">
          <b>{t('portal.audience.blocked')}</b>
          <ul>
            {blockers.map((it) => (
              <li key={it.key}>
                <State tone={it.tone ?? 'late'}>{it.text}</State>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children !== undefined && <div className="send">{children}</div>}
      {after !== undefined && <p className="why-not">{after}</p>}
    </section>
  );
}

const icons = { now: 'check', later: 'clock', never: 'eyeoff' } as const;
const tones = { now: 'done', later: 'info', never: 'idle' } as const;

function Reach({ reach }: { reach: readonly AudienceReach[] }) {
  return (
    <ul className="reach">
      {reach.map((it) => (
        <li key={it.key}>
          <State tone={tones[it.when]} icon={icons[it.when]}>
            {it.label}
          </State>
          <b>{it.name}</b>
          {it.what !== undefined && <span>{it.what}</span>}
          {it.why !== undefined && <span className="dim">{it.why}</span>}
        </li>
      ))}
    </ul>
  );
}

function Tiers({ tiers, columns }: { tiers: readonly AudienceTier[]; columns: readonly string[] }) {
  const sums = columns.map((c) =>
    tiers.reduce((sum, tier) => sum + (typeof tier.cells[c] === 'number' ? tier.cells[c] : 0), 0),
  );
  return (
    <table>
      <caption className="unseen-by-eye">{t('portal.audience.by-tier')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('portal.audience.group')}</th>
          {columns.map((c) => (
            <th key={c} scope="col" className="number">
              {c}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.name}>
            <th scope="row">{tier.name}</th>
            {columns.map((c) => (
              <td key={c} className="number">
                {shown(tier.cells[c])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {tiers.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('portal.audience.sum', { n: sums.reduce((a, b) => a + b, 0) })}</th>
            {columns.map((c, i) => (
              <td key={c} className="number">
                {figure(sums[i] ?? 0)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const shown = (cell: number | string | undefined): string => (typeof cell === 'number' ? figure(cell) : (cell ?? ''));

const FEW = 5;

function People({ people }: { people: readonly AudienceReader[] }) {
  if (people.length <= FEW) return <Readers people={people} />;
  return (
    <details>
      <summary className="text-button">{t('portal.audience.all', { n: people.length })}</summary>
      <Readers people={people} scrolls />
    </details>
  );
}

function Readers({ people, scrolls = false }: { people: readonly AudienceReader[]; scrolls?: boolean }) {
  return (
    // A scrolling box has to be reachable by keyboard.
    <ul
      className={scrolls ? 'people scrolls' : 'people'}
      tabIndex={scrolls ? 0 : undefined}
      aria-label={t('portal.audience.title')}
    >
      {people.map((it) => (
        <li key={it.key}>
          <b>{it.name}</b> <span className="dim">{it.why}</span>
        </li>
      ))}
    </ul>
  );
}
