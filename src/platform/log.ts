import { pino } from 'pino';

/** Structured lines without content: doors, codes, counts, times. Nothing that anybody wrote, no name, no id of a body. */
export type Log = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error' | 'debug'>;

/** The log of a process, to standard error. `level` is pino's. */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: ['*.title', '*.body', '*.note', '*.email', '*.phone', '*.token'], censor: '[hidden]' },
    },
    pino.destination(2),
  );
