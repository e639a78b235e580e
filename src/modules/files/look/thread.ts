import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../kernel/refusal.ts';
import { lookThrough } from './look.ts';

// What runs in the thread: one file, one answer.
const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
try {
  const looked = await lookThrough(name, Buffer.from(bytes));
  const own = new Uint8Array(looked.bytes);
  parentPort?.postMessage({ looked: { ...looked, bytes: own } }, [own.buffer]);
} catch (error) {
  parentPort?.postMessage(
    {
      refused:
        error instanceof Refusal
          ? { reason: error.reason, detail: error.detail, status: error.status }
          : { reason: 'file-broken', detail: {}, status: 415 },
    },
    [],
  );
}
