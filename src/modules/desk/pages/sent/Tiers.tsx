import { useGet } from '../../../../portal/data/query.ts';
import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { both, figure, t } from '../../../../portal/text.ts';
import { programmeDoors } from '../../../programme/contract.ts';

/** Below this share of acknowledgements a tier's bar is hatched. */
const LOW = 0.9;

/** How many of each tier have acknowledged, each bar with its number. */
export function Tiers({
  of,
}: {
  of: readonly { readonly tier: string; readonly targeted: number; readonly acknowledged: number }[];
}) {
  const capacities = useGet(programmeDoors.programme).data?.capacities ?? [];
  const nameOf = (key: string): string => {
    const short = capacities.find((it) => it.key === key)?.short;
    return short === undefined ? key : both(short);
  };
  return (
    <table className="bars">
      <caption className="unseen-by-eye">{t('desk.reach')}</caption>
      <tbody>
        {of
          .filter((it) => it.targeted > 0)
          .map(({ tier, targeted, acknowledged }) => {
            const share = acknowledged / targeted;
            const said = t('desk.share', { n: acknowledged, of: targeted });
            return (
              <tr key={tier}>
                <th scope="row">{nameOf(tier)}</th>
                <td>
                  <Bar
                    value={share}
                    low={share < LOW}
                    label={`${nameOf(tier)} ${figure(acknowledged)} / ${figure(targeted)}`}
                  />
                </td>
                <td className="number">{said}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
