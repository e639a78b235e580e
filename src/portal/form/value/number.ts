/** The number that was typed, in any width and with separators: `３，０００`, `3,000`, `約1万`, `1.5億`; null when it is none. */
export const parseNumber = (typed: string): number | null => {
  const text = typed
    .normalize('NFKC')
    .replace(/[,\s、]/gu, '')
    .replace(/^(?:約|およそ|~|≒)/u, '');
  const found = /^(-?\d+(?:\.\d+)?)(千|万|億)?$/u.exec(text);
  if (found === null) return null;
  const n = Number(found[1]) * ({ 千: 1e3, 万: 1e4, 億: 1e8 }[found[2] ?? ''] ?? 1);
  return Number.isFinite(n) ? n : null;
};
