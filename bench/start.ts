import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { head, median, row } from './figures.ts';

// Start to ready with a demo loaded, what everything together then holds in memory, and what the portal's first page loads.
const root = join(import.meta.dirname, '..');
const data = mkdtempSync(join(tmpdir(), 'noroshi-bench-'));

const start = (): Promise<{ milliseconds: number; pid: number; stop(): Promise<void> }> =>
  new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(join(root, 'bin/start'), ['--demo', '--data', data, '--port', '4199'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('ready ')) return;
      child.removeAllListeners('exit');
      const stop = (): Promise<void> =>
        new Promise((gone) => {
          child.once('exit', () => gone());
          child.kill('SIGTERM');
        });
      done({ milliseconds: performance.now() - began, pid: child.pid as number, stop });
    });
  });

/** The process and everything it started, with the share of memory that is its own (PSS), in MB. */
const memory = (pid: number): number => {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((l) => l.trim().split(/\s+/u).map(Number) as [number, number]);
  const family = new Set([pid]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const [child, parent] of children) if (family.has(parent)) family.add(child);
  }
  return [...family].reduce((sum, id) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
};

const first = await start();
await first.stop();
const warm: number[] = [];
let held = 0;
for (let round = 0; round < 5; round += 1) {
  const run = await start();
  warm.push(run.milliseconds);
  await new Promise((later) => setTimeout(later, 3_000));
  held = memory(run.pid);
  await run.stop();
}
head('Start and size', 'what', 'measured', 'aim');
row('first start with the demo, s', first.milliseconds / 1000, 'none');
row('warm start to ready, s', median(warm) / 1000, '5');
row('memory of everything, demo loaded, MB (PSS)', held, '400');

const portal = join(root, 'dist/portal');
const page = readFileSync(join(portal, 'index.html'), 'utf8');
const names = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/gu)].map((m) => m[1] as string);
const gz = (name: string): number => gzipSync(readFileSync(join(portal, name))).length / 1000;
row(
  'portal, what the page names, kB gzipped',
  names.reduce((sum, n) => sum + gz(n), gzipSync(page).length / 1000),
  '200',
);
const largest =
  readdirSync(join(portal, 'assets'))
    .filter((n) => n.endsWith('.js'))
    .map((n) => gz(`assets/${n}`))
    .sort((a, b) => b - a)[0] ?? 0;
row('portal, largest script of any page, kB gzipped', largest, 'none');
rmSync(data, { recursive: true, force: true });
