import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether GnuPG is here; where it is not, what needs it is left out. */
export const gnupgHere = spawnSync('gpg', ['--version']).status === 0;

/** A keyring of its own in a throwaway folder. */
export interface Keyring {
  /** Runs GnuPG; gives standard output and what it says about signatures and encryption. */
  run(args: readonly string[], input?: Buffer | string): { out: Buffer; said: string; status: number | null };
  /** Makes a key; gives its public part, armoured. */
  make(name: string, more?: { kind?: string; expires?: string }): string;
  file(name: string, content: Buffer | string): string;
  remove(): void;
}

export const openKeyring = (): Keyring => {
  const home = mkdtempSync(join(tmpdir(), 'gpg-'));
  const run: Keyring['run'] = (args, input) => {
    const it = spawnSync(
      'gpg',
      [
        '--homedir',
        home,
        '--batch',
        '--yes',
        '--no-tty',
        '--status-fd',
        '2',
        '--trust-model',
        'always',
        '--pinentry-mode',
        'loopback',
        '--passphrase',
        '',
        ...args,
      ],
      { input },
    );
    return { out: it.stdout, said: it.stderr.toString(), status: it.status };
  };
  return {
    run,
    make: (name, { kind = 'future-default', expires = '1y' } = {}) => {
      const made = run(['--quick-generate-key', name, kind, 'default', expires]);
      if (made.status !== 0) throw new Error(made.said);
      return run(['--armor', '--export', name]).out.toString();
    },
    file: (name, content) => {
      const path = join(home, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => {
      try {
        execFileSync('gpgconf', ['--homedir', home, '--kill', 'all']);
      } catch {
        // No agent was started.
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
};
