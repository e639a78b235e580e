import { Check } from '../../../../../portal/form/Check.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { t } from '../../../../../portal/text.ts';
import { type Extent, toCentre } from '../../../shapes/offering.ts';

/** How far it may go: to the other members or not, to the centre with or without the name or not at all. */
export function ExtentFields({ value, onChange }: { value: Extent; onChange: (next: Extent) => void }) {
  return (
    <>
      <Check
        label={t('exchange.offering.to-members')}
        value={value.toMembers}
        onChange={(toMembers) => onChange({ ...value, toMembers })}
      />
      <Segmented
        label={t('exchange.offering.far.centre')}
        options={toCentre.map((key) => ({
          key,
          label: {
            no: t('exchange.offering.centre.no'),
            unnamed: t('exchange.offering.centre.unnamed'),
            named: t('exchange.offering.centre.named'),
          }[key],
        }))}
        value={value.toCentre}
        onChange={(key) => onChange({ ...value, toCentre: toCentre.find((one) => one === key) ?? 'no' })}
      />
    </>
  );
}
