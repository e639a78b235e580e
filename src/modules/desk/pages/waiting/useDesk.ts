import { useNow } from '../../../../portal/data/clock.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { channelsDoors } from '../../../channels/contract.ts';
import { exchangeDoors } from '../../../exchange/contract.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import type { SessionView } from '../../../parties/contract.ts';
import { collect, type DeskItem } from './collect.ts';

/** The most that one desk shows; what goes beyond is in the rooms' own lists. */
const MOST = 300;
/** Deadlines move without an event: what is late is asked for anew each minute. */
const MINUTE = 60_000;

/** What waits for this seat, asked of every door that knows of some of it. */
export interface Desk {
  /** Undefined until every door has answered once. */
  readonly items: readonly DeskItem[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** Whether more waits than is shown. */
  readonly more: boolean;
}

/** Asks for what waits, and keeps it fresh. */
export const useDesk = (session: SessionView): Desk => {
  const now = useNow();
  const { powers } = session;
  const writes = powers.includes('draft-provisions');
  const inbox = useGet(circulationDoors.inbox, { query: { open: 'true', limit: MOST } }, { every: MINUTE });
  const reports = useGet(exchangeDoors.listReports, { query: { waiting: 'true', limit: MOST } }, { every: MINUTE });
  const waiting = useGet(circulationDoors.waiting, {}, { every: MINUTE });
  const unsent = useGet(exchangeDoors.listProvisions, { query: { state: 'draft', limit: 50 } }, { enabled: writes });
  const sent = useGet(exchangeDoors.listProvisions, { query: { state: 'sent', limit: 50 } }, { enabled: writes });
  const takesPart = powers.includes('take-part');
  const open = { query: { open: 'true', limit: 100 } };
  const inquiries = useGet(channelsDoors.listInquiries, open, { every: MINUTE, enabled: takesPart });
  const files = powers.includes('file-reports');
  const asking = { query: { open: 'true', limit: 100 } };
  const askings = useGet(exchangeDoors.listAskings, asking, { every: MINUTE, enabled: files });
  const asked = [
    inbox,
    reports,
    waiting,
    ...(writes ? [unsent, sent] : []),
    ...(takesPart ? [inquiries] : []),
    ...(files ? [askings] : []),
  ];
  const ready = asked.every((it) => it.data !== undefined);
  return {
    items: ready
      ? collect({
          inbox: inbox.data?.items ?? [],
          reports: reports.data?.items ?? [],
          unsent: unsent.data?.items ?? [],
          sent: sent.data?.items ?? [],
          inquiries: inquiries.data?.items ?? [],
          askings: askings.data?.items ?? [],
          deadlines: waiting.data?.deadlines ?? [],
          powers,
          now,
        })
      : undefined,
    error: ready ? null : (asked.find((it) => it.error !== null)?.error ?? null),
    retry: () => asked.forEach((it) => void it.refetch()),
    more: [inbox, reports].some((it) => (it.data?.next ?? null) !== null),
  };
};
