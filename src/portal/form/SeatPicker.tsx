import { t } from '../text.ts';
import { Choice } from './Choice.tsx';

/** A seat one may take: a body and the capacity one acts in. */
export interface SeatOption {
  readonly key: string;
  readonly body: string;
  readonly capacity: string;
  readonly hint?: string;
  readonly waiting?: number;
}

/** The choice of a seat after sign-in. What one sees follows the seat. */
export function SeatPicker({
  seats,
  value,
  onChange,
}: {
  seats: readonly SeatOption[];
  value: string | null;
  onChange: (key: string) => void;
}) {
  const options = seats.map((seat) => ({
    key: seat.key,
    label: `${seat.body}　${seat.capacity}`,
    hint:
      [seat.hint, seat.waiting === undefined ? undefined : t('portal.seat.waiting', { n: seat.waiting })]
        .filter(Boolean)
        .join('　') || undefined,
  }));
  return <Choice label={t('portal.seat.choose')} hidden bare options={options} value={value} onChange={onChange} />;
}
