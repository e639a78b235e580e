import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CsvButton } from './CsvButton.tsx';
import type { Cell } from './csv/csv.ts';
import { RowHint } from './RowKeys.tsx';

/** A column: how its cell looks, and what it is in the CSV. `head` makes it the row's name (and its link). */
export interface Column<T> {
  readonly key: string;
  readonly label: ReactNode;
  readonly cell: (row: T) => ReactNode;
  readonly csv?: (row: T) => Cell;
  /** The column's name in the CSV where `label` is no text. */
  readonly csvLabel?: string;
  readonly number?: boolean;
  readonly head?: boolean;
}

/** What a table is given. `groupOf` parts the rows by a heading wherever its key changes. */
export interface DataTableProps<T> {
  readonly caption: ReactNode;
  readonly hint?: ReactNode;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly href?: (row: T) => string;
  readonly groupOf?: (row: T) => { key: string; head: ReactNode };
  readonly file?: string;
  readonly empty?: ReactNode;
  readonly dense?: boolean;
  /** On a phone each row is a card. For rows that are read one by one; figures to compare stay a table. */
  readonly cards?: boolean;
}

/** Rows of one kind: walked with j and k, opened with Enter, taken away as CSV, with words when there are none. */
export function DataTable<T>({
  caption,
  hint,
  rows,
  rowKey,
  columns,
  href,
  groupOf,
  file,
  empty,
  dense = false,
  cards = false,
}: DataTableProps<T>) {
  const id = useId();
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const said = columns.filter((c) => c.csv !== undefined);
  return (
    <div className={cards ? 'as-cards' : undefined} data-rows={href === undefined ? undefined : true}>
      <Scroll name={id}>
        <table className={dense ? 'dense' : undefined}>
          <caption id={id}>
            {caption}
            {hint !== undefined && <small>{hint}</small>}
          </caption>
          <thead>
            <tr>
              {columns.map((c) => (
                <th key={c.key} scope="col" className={c.number === true ? 'number' : undefined}>
                  {c.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => {
              const group = groupOf?.(row);
              const before = rows[i - 1];
              const opens = group !== undefined && (before === undefined || groupOf?.(before).key !== group.key);
              return (
                <Fragment key={rowKey(row)}>
                  {opens && (
                    <tr className="group">
                      <th colSpan={columns.length} scope="colgroup">
                        {group.head}
                      </th>
                    </tr>
                  )}
                  <Row row={row} columns={columns} href={href?.(row)} />
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {(file !== undefined || href !== undefined) && (
        <p className="table-foot">
          {href !== undefined && <RowHint />}
          {file !== undefined && (
            <CsvButton
              file={file}
              head={said.map((c) => c.csvLabel ?? (typeof c.label === 'string' ? c.label : c.key))}
              rows={rows.map((row) => said.map((c) => c.csv?.(row)))}
            />
          )}
        </p>
      )}
    </div>
  );
}

/** A box that scrolls sideways when its table is wider; only then it takes the focus, so that keys can scroll it. */
export function Scroll({ name, children }: { name: string; children: ReactNode }) {
  const [wide, setWide] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const it = box.current;
    if (it === null) return;
    const watching = new ResizeObserver(() => setWide(it.scrollWidth > it.clientWidth));
    watching.observe(it);
    return () => watching.disconnect();
  }, []);
  return (
    <div className="scroll" ref={box} {...(wide ? { tabIndex: 0, role: 'region', 'aria-labelledby': name } : {})}>
      {children}
    </div>
  );
}

function Row<T>({ row, columns, href }: { row: T; columns: readonly Column<T>[]; href: string | undefined }) {
  return (
    <tr data-row={href === undefined ? undefined : true}>
      {columns.map((c) => {
        const kind = c.number === true ? 'number' : undefined;
        if (c.head !== true)
          return (
            <td key={c.key} className={kind}>
              {c.cell(row)}
            </td>
          );
        return (
          <th key={c.key} scope="row" className={kind}>
            {href === undefined ? (
              c.cell(row)
            ) : (
              <a href={href} data-open>
                {c.cell(row)}
              </a>
            )}
          </th>
        );
      })}
    </tr>
  );
}
