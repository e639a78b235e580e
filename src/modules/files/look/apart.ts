import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalDetail, type RefusalStatus } from '../../../kernel/refusal.ts';
import type { Looked } from './look.ts';

type Answer =
  | { readonly looked: Omit<Looked, 'bytes'> & { readonly bytes: Uint8Array } }
  | { readonly refused: { reason: string; detail: RefusalDetail; status: RefusalStatus } };

const longest = 20_000;
const atOnce = 2;
const mostWaiting = 16;
const waiting: (() => void)[] = [];
let running = 0;

const place = async (): Promise<void> => {
  if (waiting.length >= mostWaiting) throw new Refusal('busy', {}, 503);
  if (running >= atOnce) await new Promise<void>((go) => void waiting.push(go));
  else running += 1;
};
const leave = (): void => {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
};

/**
 * Looks through a file in a thread of its own, two at a time, so that no file holds up what everybody else does. One that
 * takes more than twenty seconds or 512 MB is refused as not readable; when sixteen wait, whoever comes next is asked to come again.
 */
export const lookApart = async (name: string, bytes: Buffer): Promise<Looked> => {
  await place();
  try {
    const answer = await answerOf(name, bytes);
    if ('refused' in answer) throw new Refusal(answer.refused.reason, answer.refused.detail, answer.refused.status);
    return { ...answer.looked, bytes: Buffer.from(answer.looked.bytes) };
  } finally {
    leave();
  }
};

const answerOf = async (name: string, bytes: Buffer): Promise<Answer> => {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { name, bytes: new Uint8Array(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise<Answer>((resolve) => {
      const gaveUp = (): void => resolve({ refused: { reason: 'file-not-readable', detail: {}, status: 415 } });
      const late = setTimeout(gaveUp, longest);
      thread.once('message', (answer: Answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      thread.once('error', gaveUp);
      thread.once('exit', gaveUp);
    });
  } finally {
    await thread.terminate();
  }
};
