import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const read = (path: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

/**
 * The line that ends a test run. A file that could not even be loaded counts as one failed test, and so does a run that
 * ended badly with no failed test to show for it.
 */
const lineOf = (report: Report | undefined, status: number): string => {
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const counted = (report?.numFailedTests ?? 0) + unloaded;
  const failed = counted === 0 && status !== 0 ? 1 : counted;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return `${report?.numPassedTests ?? 0} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
};

console.log(lineOf(read(process.argv[2] ?? ''), Number(process.argv[3] ?? 1)));
