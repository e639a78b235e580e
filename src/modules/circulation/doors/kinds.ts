/** What circulates. Every room that sends something adds its kind here. */
export const itemKinds = ['report', 'provision', 'showcase', 'situation-report', 'survey'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What a recipient answers. `received` says only that it was read and understood. */
export const acknowledgementStates = ['received', 'not-affected', 'investigating', 'affected'] as const;
export type AcknowledgementState = (typeof acknowledgementStates)[number];
