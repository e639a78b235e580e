import { Button } from '../../../../portal/act/Button.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import type { Board, DecisionView } from '../../shapes.ts';

/** What was decided, between what, on what basis and by whom. */
export function Decisions({ it, onDecide }: { it: Board; onDecide?: () => void }) {
  return (
    <section className="stack-s">
      <h2 className="with-tool">
        {t('situations.decisions')}
        {onDecide !== undefined && (
          <Button small onPress={onDecide}>
            {t('situations.decision.do')}
          </Button>
        )}
      </h2>
      <DataTable<DecisionView>
        caption={<span className="unseen-by-eye">{t('situations.decisions')}</span>}
        rows={it.decisions}
        rowKey={(row) => row.id}
        file={`${it.reference}-decisions`}
        empty={<p className="small dim">{t('situations.decisions.none')}</p>}
        columns={[
          {
            key: 'at',
            label: t('situations.decision.at'),
            cell: (row) => <Moment at={row.decidedAt} />,
            csv: (row) => row.decidedAt,
          },
          {
            key: 'decided',
            label: t('situations.decided'),
            head: true,
            cell: (row) => (
              <>
                {row.decided}
                {row.options !== '' && (
                  <span className="detail">{t('situations.decision.between', { options: row.options })}</span>
                )}
              </>
            ),
            csv: (row) => [row.decided, row.options].filter((text) => text !== '').join(' / '),
          },
          {
            key: 'basis',
            label: t('situations.decision.basis'),
            cell: (row) => t('situations.decision.basis.with', { basis: row.basis, authority: row.authority }),
            csv: (row) => t('situations.decision.basis.with', { basis: row.basis, authority: row.authority }),
          },
          {
            key: 'by',
            label: t('situations.decision.by'),
            cell: (row) => (
              <>
                {row.body} {both(row.by)}
              </>
            ),
            csv: (row) => `${row.body ?? ''} ${both(row.by)}`,
          },
        ]}
      />
      <p className="small dim">{t('situations.decisions.hint')}</p>
    </section>
  );
}
