import { readContent } from '../content.ts';
import type { ReportContent } from '../content.ts';
import type { EntryInput } from '../../../shapes/report.ts';
import { firstInput } from '../content.ts';

/** A report while it is typed in for somebody else. */
export interface EntryContent extends ReportContent {
  readonly body: string | null;
  readonly saidBy: string;
  readonly callBack: string;
  readonly channel: string;
  readonly saidAt: string | null;
}

const text = (it: unknown): string => (typeof it === 'string' ? it : '');

/** What a draft kept; what cannot be read is left blank. */
export const readEntry = (draft: Readonly<Record<string, unknown>>): EntryContent => ({
  ...readContent(draft),
  body: text(draft['body']) || null,
  saidBy: text(draft['saidBy']),
  callBack: text(draft['callBack']),
  channel: text(draft['channel']) || 'phone',
  saidAt: text(draft['saidAt']) || null,
});

/** What still has to be said about who called, before it can be sent. */
export const lacksCaller = (it: EntryContent): 'body' | 'saidBy' | 'saidAt' | null => {
  if (it.body === null) return 'body';
  if (it.saidBy.trim() === '') return 'saidBy';
  return it.saidAt === null ? 'saidAt' : null;
};

/** What is sent. */
export const entryInputOf = (it: EntryContent): EntryInput => {
  const { copyToCeptoar: _, ...said } = firstInput(it);
  return {
    ...said,
    body: it.body ?? '',
    saidBy: it.saidBy,
    channel: it.channel,
    saidAt: it.saidAt ?? '',
    ...(it.callBack.trim() === '' ? {} : { callBack: it.callBack }),
  };
};
