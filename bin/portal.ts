import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// Builds the portal into dist/portal when anything it is made of has changed since it was last built.
const root = join(import.meta.dirname, '..');
const built = join(root, 'dist', 'portal');
const next = `${built}.next`;

const entries = (folder: string): string[] => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);

const sources = [
  'package-lock.json',
  'vite.config.ts',
  'index.html',
  'public',
  'src/app.tsx',
  'src/kernel',
  'src/platform/messages',
  'src/portal',
  ...entries('src/modules').map((room) => `src/modules/${room}`),
];

/** A room's migrations and commands do not reach the browser; everything else that a page may import counts. */
const reachesBrowser = (path: string): boolean =>
  !/\.test\.tsx?$|\.sql$|\.md$|^src\/modules\/[^/]+\/(?:commands|migrations|queries)(?:\/|$)/u.test(path);

const filesUnder = (path: string): string[] => {
  if (!existsSync(path) || !reachesBrowser(relative(root, path))) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
};

const hash = createHash('sha256');
for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
  const content = readFileSync(file);
  hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
}
const wanted = hash.digest('hex');
const stamp = join(built, '.stamp');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const since = performance.now();
  process.stderr.write('noroshi: building the portal …\n');
  // Built beside the old one and put in its place when done, so that a running server never serves half a portal.
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    rmSync(next, { recursive: true, force: true });
    process.stderr.write('noroshi: the portal could not be built\n');
    process.exit(1);
  }
  writeFileSync(join(next, '.stamp'), wanted);
  rmSync(built, { recursive: true, force: true });
  renameSync(next, built);
  process.stderr.write(`noroshi: building the portal: done in ${((performance.now() - since) / 1000).toFixed(1)}s\n`);
}
