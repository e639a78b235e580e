import type { Live } from '../data/live.ts';
import type { NavItem } from '../data/page.ts';

/** The night of the samples: 03:12:40 in Japan, 23 November 2026. */
export const night = { now: () => new Date('2026-11-23T03:12:40+09:00') };

/** A time of that night, `03:30`, or another day's, `22T22:10`. */
export const at = (said: string): Date =>
  new Date(said.includes('T') ? `2026-11-${said}:00+09:00` : `2026-11-23T${said}:00+09:00`);

/** A connected stream. */
export const live: Live = { state: 'connected', at: night.now() };

/** Three seats of one person. */
export const seats = [
  { key: 'cs', body: '内閣官房', capacity: '当直（情報共有）' },
  { key: 'drill', body: '内閣官房', capacity: '訓練担当', waiting: 2 },
  { key: 'plan', body: '内閣官房', capacity: '計画・評価担当', waiting: 1 },
];

/** The live realm, a drill, an exercise. */
export const realms = [
  { key: 'live', label: '実運用', name: 'ふだんの仕事', live: true },
  { key: 'drill', label: '【訓練】', name: 'セプター訓練 第1回', live: false },
  { key: 'exercise', label: '【演習】', name: '分野横断的演習 12月2日', live: false },
];

/** Rooms with what waits. */
export const nav: NavItem[] = [
  { href: '/', label: '机', waiting: 8, group: 0 },
  { href: '/report', label: '情報連絡', waiting: 3, group: 0 },
  { href: '/provision', label: '情報提供', waiting: 2, group: 0 },
  { href: '/situations', label: '状況', waiting: 1, group: 0 },
  { href: '/contacts', label: '連絡先', group: 0 },
  { href: '/surveys', label: '調査', group: 1 },
  { href: '/drills', label: '訓練・演習', group: 1 },
  { href: '/standards', label: '安全基準等', group: 1 },
  { href: '/risk', label: 'リスク', group: 1 },
  { href: '/council', label: 'セプターカウンシル', group: 1 },
  { href: '/library', label: '文書・規程集', group: 1 },
  { href: '/plan', label: '年次計画', group: 2 },
  { href: '/journal', label: '記録', group: 2 },
];
