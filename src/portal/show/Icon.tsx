/** The drawings by name, on a 16 by 16 grid; `line` ones are stroked, the others filled. */
const drawings = {
  check: { line: 2.4, d: 'M2.5 8.5l3.8 3.8 7.2-8' },
  clock: { line: 1.8, d: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.2V8l2.8 1.8' },
  warn: { d: 'M8 1l7.5 13.5H.5zM7.1 6v4.4h1.8V6zM7.1 11.4v1.7h1.8v-1.7z' },
  stop: {
    d: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM4.6 5.8L6.8 8l-2.2 2.2 1.2 1.2L8 9.2l2.2 2.2 1.2-1.2L9.2 8l2.2-2.2-1.2-1.2L8 6.8 5.8 4.6z',
  },
  lock: { d: 'M4 7V5a4 4 0 018 0v2h1.5v8h-11V7zm2 0h4V5a2 2 0 00-4 0z' },
  people: {
    d: 'M6 2a3 3 0 100 6 3 3 0 000-6zM0 14c0-3.6 2.6-5.4 6-5.4s6 1.8 6 5.4zM10.6 2.2a3 3 0 010 5.6 4.6 4.6 0 000-5.6zM12.4 9c2.2.7 3.6 2.3 3.6 5h-2.2c0-2.1-.5-3.7-1.4-5z',
  },
  phone: { d: 'M4.2 1l2.4 4-1.6 1.6c.8 1.9 2.5 3.6 4.4 4.4L11 9.4l4 2.4-1 3.2C7.5 15 1 8.5 1 2z' },
  search: { line: 2, d: 'M6.8 2a4.8 4.8 0 100 9.6 4.8 4.8 0 000-9.6zM10.5 10.5L15 15' },
  down: { line: 2, d: 'M3 5.5l5 5 5-5' },
  eyeoff: {
    line: 1.7,
    d: 'M1 8c1.8-3 4.2-4.5 7-4.5S13.2 5 15 8c-1.8 3-4.2 4.5-7 4.5S2.8 11 1 8zM8 6a2 2 0 100 4 2 2 0 000-4zM2.5 14L13.5 2',
  },
  bell: { d: 'M8 1a5 5 0 00-5 5v4l-1.5 2.2h13L13 10V6a5 5 0 00-5-5zM6 13.2a2 2 0 004 0z' },
  save: { line: 2, d: 'M8 1.5v8M4.5 6.5L8 10l3.5-3.5M2 14h12' },
  key: { line: 2, d: 'M5 4.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM8.5 8H15v3.5M12 8v2.5' },
  print: { line: 1.6, d: 'M4 6V1.8h8V6M4 12H1.8V6h12.4v6H12M4 10h8v4.2H4z' },
  close: { line: 2.2, d: 'M3 3l10 10M13 3L3 13' },
  dot: { d: 'M8 3a5 5 0 100 10A5 5 0 008 3z' },
} as const;

/** The names of the icons. */
export type IconName = keyof typeof drawings;

/** A small drawing in the colour of its text. It says nothing to a screen reader: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  const drawing: { d: string; line?: number } = drawings[name];
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawing.line === undefined ? (
        <path d={drawing.d} fill="currentColor" fillRule="evenodd" />
      ) : (
        <path d={drawing.d} fill="none" stroke="currentColor" strokeWidth={drawing.line} />
      )}
    </svg>
  );
}
