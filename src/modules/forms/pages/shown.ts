/** What a read view of a form is given, and how it speaks. */
import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { language, t } from '../../../portal/text.ts';
import type { LayoutContext } from '../engine/view/model.ts';
import type { Voice } from '../engine/view/voice.ts';

/** A form and the answers of one version. */
export interface FormShown {
  readonly definition: FormDefinition;
  readonly codes: FormCodes;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The members of the subject to which fields are bound, flat. */
  readonly subject?: Readonly<Record<string, unknown>>;
  /** The stage of this version, such as `first`; conditions look at it. */
  readonly stage: string;
  /** Shows who answered; only where the reader was given it. */
  readonly withSource?: boolean;
}

/** The portal's texts in use, as the engine asks for them. */
export const portalVoice = (): Voice => ({ locale: language(), say: t });

/** What the engine needs to know to show a form. */
export const contextOf = ({
  codes,
  subject,
  stage,
  withSource,
}: Omit<FormShown, 'definition' | 'answers'>): LayoutContext => ({
  codes,
  stage,
  subject: subject ?? {},
  withSource,
});
