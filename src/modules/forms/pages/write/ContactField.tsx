import { FieldGroup } from '../../../../portal/form/Field.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import type { Contact } from '../../engine/values.ts';
import { isRecord } from '../../engine/values.ts';
import { put } from './edits.ts';
import { valueOf } from './raws.ts';
import { type Part, StatedField } from './StatedField.tsx';

const parts = [
  { key: 'unit', type: 'text', says: 'forms.contact.unit' },
  { key: 'name', type: 'text', says: 'forms.contact.name' },
  { key: 'phone', type: 'tel', says: 'forms.contact.phone' },
  { key: 'mail', type: 'email', says: 'forms.contact.mail' },
] as const satisfies readonly { key: keyof Contact; type: string; says: string }[];

/** Whom to reach: section, name, telephone, mail, as far as one can say. */
export function ContactField({ item, props, onPut }: Part) {
  const value = valueOf(item.raw);
  const contact = isRecord(value) ? value : {};
  const inputs = parts.map(({ key, type, says }) => (
    <TextField
      key={key}
      bare
      label={t(says)}
      type={type}
      value={typeof contact[key] === 'string' ? contact[key] : ''}
      onChange={(text) => onPut({ state: 'known', value: put(contact, key, text === '' ? undefined : text) })}
    />
  ));
  if (item.states.length === 1) return <FieldGroup {...props}>{inputs}</FieldGroup>;
  return (
    <StatedField item={item} props={props} onPut={onPut} known={t('portal.uncertain.write')} blank={{}}>
      {inputs}
    </StatedField>
  );
}
