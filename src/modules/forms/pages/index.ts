/** The door for pages of other rooms: a form to fill in, to read, to print, and the engine behind them. */
export { difference, type Change, type Side } from '../engine/view/difference.ts';
export { flat, layout, type FormModel, type ItemModel, type LayoutContext } from '../engine/view/model.ts';
export { FormFacts } from './FormFacts.tsx';
export { FormPrint } from './FormPrint.tsx';
export { portalVoice, type FormShown } from './shown.ts';
export { FormView, type FormViewProps, type FormWritten } from './write/FormView.tsx';
