import type { Operator, Player } from './people.ts';

/** A contact point as its body enters it. */
export interface ContactPoint {
  readonly role: 'duty' | 'incident' | 'technical' | 'executive' | 'general';
  readonly label: string;
  readonly hours: 'day' | 'night' | 'always';
  readonly position: number;
  readonly phone: string | null;
  readonly email: string | null;
}

type Point = Omit<ContactPoint, 'position' | 'phone' | 'email'> & { readonly mailbox?: string };

const operatorPoints: readonly Point[] = [
  { role: 'incident', label: '障害連絡窓口（平日日中）', hours: 'day', mailbox: 'incident' },
  { role: 'duty', label: '夜間・休日の当番', hours: 'night' },
  { role: 'technical', label: '情報システム部門', hours: 'day', mailbox: 'system' },
];
const secretariatPoints: readonly Point[] = [
  { role: 'duty', label: '事務局 連絡当番', hours: 'always', mailbox: 'ceptoar' },
  { role: 'general', label: '事務局 代表', hours: 'day', mailbox: 'office' },
];
const ministryPoints: readonly Point[] = [
  { role: 'duty', label: '情報連絡 当直', hours: 'always', mailbox: 'duty' },
  { role: 'incident', label: '重要インフラ担当', hours: 'day', mailbox: 'ciip' },
];
const publicPoints: readonly Point[] = [
  { role: 'duty', label: '当直', hours: 'always', mailbox: 'duty' },
  { role: 'general', label: '連携窓口', hours: 'day', mailbox: 'liaison' },
];
const pointsFor: Readonly<Record<string, readonly Point[]>> = {
  operator: operatorPoints,
  ceptoar: secretariatPoints,
  'sector-ministry': ministryPoints,
};

/**
 * Contact points of each body, kept by the first who sits there with the power to. Telephone numbers begin with 00, which
 * no network of Japan gives out.
 */
export const contactsOf = (players: readonly Player[], operators: readonly Operator[]): Map<string, ContactPoint[]> => {
  const done = new Set<string>();
  const all = new Map<string, ContactPoint[]>();
  let number = 100;
  for (const seat of players.flatMap((it) => it.seats)) {
    if (['system-admin', 'planning'].includes(seat.capacity) || done.has(seat.body)) continue;
    done.add(seat.body);
    const domain =
      operators.find((it) => it.key === seat.body)?.domain ?? `${seat.body.replace('ceptoar.', '')}.example`;
    const points = (pointsFor[seat.capacity] ?? publicPoints).map(({ mailbox, ...point }, i) => {
      number += 1;
      return {
        ...point,
        position: i + 1,
        phone: `00-0000-${String(number).padStart(4, '0')}`,
        email: mailbox === undefined ? null : `${mailbox}@${domain}`,
      };
    });
    all.set(seat.actor, points);
  }
  return all;
};
