/** The drawings by name, on a 16 by 16 grid; `line` ones are stroked, the others filled. */
const drawings = {
  check: { line: 2.25, d: 'M2.75 8.75 6.25 12.25 13.25 4' },
  clock: { line: 1.75, d: 'M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0ZM8 4.25V8.5H11.25' },
  warn: { line: 1.75, d: 'M8 2 14.75 13.75H1.25ZM8 6.25V9.5M8 11v1.25' },
  stop: { d: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3L1.5 10.7V5.3ZM4.25 7v2h7.5V7Z' },
  lock: { line: 1.75, d: 'M3 7.25H13V14H3ZM5.25 7.25V4.75a2.75 2.75 0 0 1 5.5 0v2.5M8 9.75v1.75' },
  people: {
    line: 1.75,
    d: 'M8.25 4.75a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM1.25 13.75C1.25 11 3 9.75 5.75 9.75S10.25 11 10.25 13.75M10.75 2.5a2.5 2.5 0 0 1 0 4.5M12.25 10c1.75.5 2.5 1.75 2.5 3.75',
  },
  phone: {
    d: 'M1 7C1 3.5 4 2 8 2S15 3.5 15 7H11.25V5.25Q8 4.5 4.75 5.25V7ZM5 7.75H11L13.75 14H2.25ZM8 9.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5Z',
  },
  search: { line: 1.75, d: 'M11.5 7A4.5 4.5 0 1 1 2.5 7a4.5 4.5 0 0 1 9 0ZM10.25 10.25 14 14' },
  down: { line: 2, d: 'M3.75 6.25 8 10.5 12.25 6.25' },
  eyeoff: {
    line: 1.75,
    d: 'M1.25 8Q8 0.75 14.75 8 8 15.25 1.25 8ZM9.5 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM2.5 1.75 13.5 14.25',
  },
  bell: { line: 1.75, d: 'M1.75 11.5H14.25M3.5 11.5V7.25a4.5 4.5 0 0 1 9 0V11.5M8 1v1.75M6.25 14.25h3.5' },
  save: { line: 1.75, d: 'M8 1.75V9.5M4.75 6.5 8 9.75 11.25 6.5M2 10.25V14H14V10.25' },
  key: {
    line: 1.75,
    d: 'M7.75 11a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM7 9 14 2M10 6 12.25 8.25M12.5 3.5 14.5 5.5',
  },
  print: { line: 1.75, d: 'M4.5 5.25V2H11.5V5.25M4.5 11.5H1.75V5.25H14.25V11.5H11.5M4.5 9H11.5V14H4.5Z' },
  close: { line: 2, d: 'M3.75 3.75 12.25 12.25M12.25 3.75 3.75 12.25' },
  dot: { d: 'M12.5 8A4.5 4.5 0 1 1 3.5 8a4.5 4.5 0 0 1 9 0Z' },
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
