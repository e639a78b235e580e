import { tokenHash } from '../../../../platform/acting.ts';
import type { Transaction } from '../../../../platform/database.ts';

/** How the secret part of a letter's return addresses is made from its id; never stored. */
export type ReturnTokens = (kind: 'reply' | 'bounce', letter: string) => string;

const days = 7 * 86_400_000;

/** Keeps to whom a letter may come back: its bounce, and a reply where one receipt alone is its cause. */
export const keepReturnPaths = async (
  tx: Transaction,
  tokens: ReturnTokens,
  it: { letter: string; person: string; address: string; seat: string; realm: string; receipt: string | null },
  now: Date,
): Promise<void> => {
  const { letter, ...row } = it;
  const kinds = it.receipt === null ? (['bounce'] as const) : (['bounce', 'reply'] as const);
  await tx
    .insertInto('notices.return_path')
    .values(
      kinds.map((kind) => ({
        ...row,
        kind,
        token: tokenHash(tokens(kind, letter)),
        until: new Date(now.getTime() + days),
      })),
    )
    .execute();
};
