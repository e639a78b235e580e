import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer } from '../../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../../portal/data/query.ts';
import { Choices } from '../../../../../portal/form/Choice.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { directoryDoors } from '../../../../parties/contract.ts';
import type { CircleView } from '../../../../parties/contract.ts';
import { BodyPicker } from './BodyPicker.tsx';
import type { Change, ProvisionContent } from '../content.ts';

const kinds = ['hub', 'ceptoar', 'sector', 'standing'] as const;

/** Whom it goes to: circles and bodies, chosen one by one. Nothing chosen is nobody. */
export function AudiencePicker({ it, change }: { it: ProvisionContent; change: Change }) {
  const circles = useGet(directoryDoors.listCircles);
  return (
    <section aria-labelledby="to-whom">
      <h2 id="to-whom">{t('exchange.to-whom')}</h2>
      <p className="small dim">{t('exchange.to-whom.says')}</p>
      <Answer of={circles}>
        {({ items }) =>
          kinds.map((kind) => (
            <Circles
              key={kind}
              kind={kind}
              circles={items.filter((c) => c.kind === kind && (kind !== 'hub' || c.mine))}
              it={it}
              change={change}
            />
          ))
        }
      </Answer>
      <BodyPicker it={it} change={change} />
    </section>
  );
}

function Circles({
  kind,
  circles,
  it,
  change,
}: {
  kind: CircleView['kind'];
  circles: readonly CircleView[];
  it: ProvisionContent;
  change: Change;
}) {
  const ids = circles.map((circle) => circle.id);
  const chosen = it.circles.filter((id) => ids.includes(id));
  const [open, setOpen] = useState(kind === 'ceptoar' || kind === 'hub' || chosen.length > 0);
  if (circles.length === 0) return null;
  const take = (next: readonly string[]): void =>
    change({ circles: [...it.circles.filter((id) => !ids.includes(id)), ...next] });
  const all = chosen.length === ids.length;
  const label = {
    hub: t('exchange.circle.hub'),
    ceptoar: t('exchange.circle.ceptoar'),
    sector: t('exchange.circle.sector'),
    standing: t('exchange.circle.standing'),
  }[kind];
  if (!open) {
    return (
      <div className="field">
        <Button small onPress={() => setOpen(true)}>
          {t('exchange.circle.open', { label, n: circles.length })}
        </Button>
      </div>
    );
  }
  return (
    <div className="circles">
      <Choices
        label={label}
        columns={3}
        options={circles.map((circle) => ({
          key: circle.id,
          label: both(circle.name),
          hint: circle.members === null ? undefined : t('exchange.circle.members', { n: circle.members }),
        }))}
        value={chosen}
        onChange={take}
      />
      <Button small tone="quiet" onPress={() => take(all ? [] : ids)}>
        {all ? t('exchange.circle.no-one', { label }) : t('exchange.circle.all', { label })}
      </Button>
    </div>
  );
}
