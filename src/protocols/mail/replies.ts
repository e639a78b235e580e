import type { ReturnTokens } from '../../modules/notices/index.ts';

/** The addresses to which letters come back. */
export interface Replies {
  readonly tokens: ReturnTokens;
  /** The whole address for a letter. */
  address(kind: 'reply' | 'bounce', letter: string): string;
  /** Reads such an address back; null where it is not one of ours. Whether its token is known is not said. */
  read(address: string): { kind: 'reply' | 'bounce'; token: string } | null;
}

const letters = { reply: 'r', bounce: 'b' } as const;

/** Return addresses below one mailbox, e.g. `reply+r…@noroshi.example`. Their secret part is computed from the letter's id. */
export const openReplies = (mailbox: string, derive: (about: string, length: number) => Buffer): Replies => {
  const at = mailbox.lastIndexOf('@');
  const [local, domain] = [mailbox.slice(0, at).toLowerCase(), mailbox.slice(at + 1).toLowerCase()];
  const tokens: ReturnTokens = (kind, letter) => derive(`return address ${kind} ${letter}`, 16).toString('hex');
  return {
    tokens,
    address: (kind, letter) => `${local}+${letters[kind]}${tokens(kind, letter)}@${domain}`,
    read: (address) => {
      const said = address.toLowerCase();
      if (!said.startsWith(`${local}+`) || !said.endsWith(`@${domain}`)) return null;
      const m = /^([rb])([0-9a-f]{32})$/u.exec(said.slice(local.length + 1, -domain.length - 1));
      if (m === null) return null;
      return { kind: m[1] === 'r' ? 'reply' : 'bounce', token: m[2] ?? '' };
    },
  };
};
