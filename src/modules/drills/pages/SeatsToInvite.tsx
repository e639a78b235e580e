import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import { drillsDoors } from '../contract.ts';
import { partWord, useSeatWords } from './words.ts';

/** A seat that is to be invited, and as what. */
export interface Chosen {
  readonly seat: string;
  readonly body: string | null;
  readonly capacity: string;
  readonly part: 'player' | 'evaluator';
}

/** Looking seats up and choosing whom to invite. Exactly those on the list are told, and nobody else. */
export function SeatsToInvite({
  chosen,
  onChange,
}: {
  chosen: readonly Chosen[];
  onChange: (to: readonly Chosen[]) => void;
}) {
  const programme = useGet(programmeDoors.programme).data;
  const words = useSeatWords();
  const [asked, setAsked] = useState({ q: '', sector: '', capacity: '' });
  const found = useGet(drillsDoors.drillSeats, { query: asked }).data?.items ?? [];
  const free = found.filter((it) => !chosen.some((one) => one.seat === it.seat));
  const add = (part: Chosen['part'], seats: typeof free): void =>
    onChange([...chosen, ...seats.map(({ seat, body, capacity }) => ({ seat, body, capacity, part }))]);
  const any = { key: '', label: t('drills.seats.any') };
  const named = (list: readonly { key: string; title: { ja: string; en: string } }[] | undefined) => [
    any,
    ...(list ?? []).map((it) => ({ key: it.key, label: both(it.title) })),
  ];
  return (
    <div className="two drills-seats">
      <Panel title={t('drills.seats.find')} icon="search" hint={t('drills.seats.hint')}>
        <div className="stack-s">
          <TextField
            bare
            label={t('drills.seats.name')}
            max={100}
            value={asked.q}
            onChange={(q) => setAsked({ ...asked, q })}
          />
          <Select
            bare
            label={t('drills.seats.sector')}
            options={named(programme?.sectors)}
            value={asked.sector}
            onChange={(sector) => setAsked({ ...asked, sector })}
          />
          <Select
            bare
            label={t('drills.seats.capacity')}
            options={named(programme?.capacities)}
            value={asked.capacity}
            onChange={(capacity) => setAsked({ ...asked, capacity })}
          />
          <Button small {...(free.length === 0 ? { why: '' } : {})} onPress={() => add('player', free)}>
            {t('drills.seats.all', { n: free.length })}
          </Button>
          <ul className="drills-found" tabIndex={0} aria-label={t('drills.seats.found')}>
            {free.map((it) => (
              <li key={it.seat}>
                <span>{words(it)}</span>
                <span className="cluster">
                  <Button
                    small
                    label={t('drills.seats.invite.label', { seat: words(it) })}
                    onPress={() => add('player', [it])}
                  >
                    {t('drills.seats.invite')}
                  </Button>
                  <Button
                    small
                    tone="quiet"
                    label={t('drills.seats.evaluator.label', { seat: words(it) })}
                    onPress={() => add('evaluator', [it])}
                  >
                    {t('drills.seats.evaluator')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Panel>
      <Panel title={t('drills.invited.n', { n: chosen.length })} icon="people" tone="key">
        {chosen.length === 0 ? (
          <p>{t('drills.invited.none')}</p>
        ) : (
          <ul className="drills-found" tabIndex={0} aria-label={t('drills.invited')}>
            {chosen.map((it) => (
              <li key={it.seat}>
                <span>
                  {words(it)} <small className="dim">{partWord(it.part)}</small>
                </span>
                <Button
                  small
                  tone="quiet"
                  label={t('drills.seats.drop.label', { seat: words(it) })}
                  onPress={() => onChange(chosen.filter((one) => one.seat !== it.seat))}
                >
                  {t('drills.seats.drop')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
