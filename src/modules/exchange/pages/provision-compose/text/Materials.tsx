import { Button } from '../../../../../portal/act/Button.tsx';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { type Material, type MaterialKind, materialKinds } from '../../../shapes/material.ts';
import type { Change, ProvisionContent } from '../content.ts';

/** Where a source besides reports came from, in words. */
export const materialWord = (kind: MaterialKind): string =>
  ({
    public: t('exchange.material.public'),
    partner: t('exchange.material.partner'),
    agency: t('exchange.material.agency'),
    own: t('exchange.material.own'),
  })[kind];

/** What else the text is made from: a public page, a partner's or an agency's notice. Only the desk ever sees it. */
export function Materials({ it, change }: { it: ProvisionContent; change: Change }) {
  const put = (materials: readonly Material[]): void => change({ materials });
  const set = (at: number, next: Partial<Material>): void =>
    put(it.materials.map((one, i) => (i === at ? { ...one, ...next } : one)));
  return (
    <section aria-labelledby="materials" className="stack">
      <h2 id="materials">{t('exchange.material.title')}</h2>
      <p className="small dim">{t('exchange.material.says')}</p>
      {it.materials.map((one, i) => {
        const key = `material-${i}`;
        return (
          <Panel key={key} tone="quiet" level={3} icon="lock" title={t('exchange.material.nth', { n: i + 1 })}>
            <Select
              label={t('exchange.material.kind')}
              options={materialKinds.map((kind) => ({ key: kind, label: materialWord(kind) }))}
              value={one.kind}
              onChange={(kind) => set(i, { kind: kind as MaterialKind })}
            />
            <TextField
              label={t('exchange.material.name')}
              must
              value={one.title}
              onChange={(title) => set(i, { title })}
            />
            <TextField
              label={t('exchange.material.reference')}
              help={t('exchange.material.reference.help')}
              value={one.reference ?? ''}
              onChange={(reference) => set(i, { reference: reference === '' ? null : reference })}
            />
            <ProseField
              label={t('exchange.material.quote')}
              rows={3}
              value={one.quote ?? ''}
              onChange={(quote) => set(i, { quote: quote === '' ? null : quote })}
            />
            <p>
              <Button small onPress={() => put(it.materials.filter((_, k) => k !== i))}>
                {t('exchange.material.remove', { n: i + 1 })}
              </Button>
            </p>
          </Panel>
        );
      })}
      {it.materials.length < 20 && (
        <p>
          <Button onPress={() => put([...it.materials, { kind: 'public', title: '', reference: null, quote: null }])}>
            {t('exchange.material.add')}
          </Button>
        </p>
      )}
    </section>
  );
}
