import { useMark } from '../data/mark.tsx';
import { t } from '../text.ts';
import { csv, download, fileName } from './csv/csv.ts';
import type { Cell } from './csv/csv.ts';

/** Gives a table as CSV; the page's mark stands in the file's name. */
export function CsvButton({
  file,
  head,
  rows,
  children,
}: {
  file: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  children?: string;
}) {
  const mark = useMark();
  const give = (): void => download(fileName(`${file}.csv`, mark ?? undefined), csv(head, rows));
  return (
    <button type="button" className="text-button" onClick={give}>
      {children ?? t('portal.list.csv')}
    </button>
  );
}
