import { Icon } from '../../../../portal/show/Icon.tsx';
import { t } from '../../../../portal/text.ts';
import type { Board } from '../../shapes.ts';
import { partWord } from '../words.ts';

const parts = ['desk', 'ministries', 'crisis'] as const;

/** Who sees this picture, by the conditions under which it is opened, and who has no place at it. */
export function Seats({ it }: { it: Board }) {
  const shared = it.shared.ministries !== null || it.shared.crisis !== null;
  return (
    <section className="stack-s seats">
      <h2>{t('situations.seats')}</h2>
      <dl className="seat-list">
        {parts.map((part) => {
          const all = it.seats.filter((one) => one.part === part);
          const seated = all.filter((one) => one.seated);
          const away = all.filter((one) => !one.seated);
          if (all.length === 0) return null;
          return (
            <div key={part}>
              <dt>{partWord(part)}</dt>
              <dd>
                {seated.map((one) => one.body).join(t('situations.and'))}
                {away.length > 0 && (
                  <span className="dim">
                    {t('situations.seats.away', { who: away.map((one) => one.body).join(t('situations.and')) })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="small dim">
        <Icon name="eyeoff" /> {shared ? t('situations.seats.says') : t('situations.seats.alone')}
      </p>
    </section>
  );
}
