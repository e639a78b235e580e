import { Button } from '../../../../portal/act/Button.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { Board, SpillView } from '../../shapes.ts';
import { type BoardWords, howWord } from '../words.ts';

/** Which sector's failure caused which: one line for each pair, with what is thought of it. */
export function Spills({ it, words, onLink }: { it: Board; words: BoardWords; onLink?: () => void }) {
  return (
    <section className="stack-s">
      <DataTable<SpillView>
        caption={
          <>
            {t('situations.spills')}
            {onLink !== undefined && (
              <span className="tools-right">
                <Button small onPress={onLink}>
                  {t('situations.spill.do')}
                </Button>
              </span>
            )}
          </>
        }
        rows={it.spills}
        rowKey={(row) => `${row.cause} ${row.effect}`}
        empty={
          <>
            <h2 className="with-tool">
              {t('situations.spills')}
              {onLink !== undefined && (
                <Button small onPress={onLink}>
                  {t('situations.spill.do')}
                </Button>
              )}
            </h2>
            <p className="small dim">{t('situations.spills.none')}</p>
          </>
        }
        columns={[
          {
            key: 'pair',
            label: t('situations.spill.pair'),
            head: true,
            cell: (row) => (
              <span className="arrow">
                <b>{words.sector(row.cause)}</b>
                <span aria-hidden="true" className={row.how}>
                  {row.how === 'confirmed' ? '━━▶' : '╌╌▷'}
                </span>
                <span className="unseen-by-eye">{t('situations.spill.to')}</span>
                <b>{words.sector(row.effect)}</b>
              </span>
            ),
          },
          { key: 'how', label: t('situations.spill.how'), cell: (row) => howWord(row.how) },
          { key: 'says', label: t('situations.says'), cell: (row) => row.says },
          { key: 'at', label: t('situations.said-at'), cell: (row) => <Moment at={row.at} /> },
        ]}
      />
    </section>
  );
}
