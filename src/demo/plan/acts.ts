import type { CallOf } from '../../kernel/endpoint.ts';
import type { exchangeDoors } from '../../modules/exchange/contract.ts';

/** What an operator sends first, as the door takes it. */
export type FirstReport = NonNullable<CallOf<typeof exchangeDoors.submitReport>['body']>;
/** What an operator adds later. */
export type LaterReport = NonNullable<CallOf<typeof exchangeDoors.addVersion>['body']>;

/** One act in the life of a report. */
export type ReportAct =
  | { readonly at: Date; readonly do: 'submit'; readonly by: string; readonly input: FirstReport }
  | { readonly at: Date; readonly do: 'version'; readonly by: string; readonly input: LaterReport }
  | { readonly at: Date; readonly do: 'open' | 'take'; readonly by: string }
  | { readonly at: Date; readonly do: 'ask' | 'answer'; readonly by: string; readonly text: string }
  | { readonly at: Date; readonly do: 'relay'; readonly by: string; readonly note: string | undefined }
  | {
      readonly at: Date;
      readonly do: 'consent';
      readonly by: string;
      readonly class: string;
      readonly act: 'requested' | 'asked' | 'given' | 'refused' | 'withdrawn' | 'passed';
      readonly note: string | undefined;
    }
  | {
      readonly at: Date;
      readonly do: 'triage';
      readonly by: string;
      readonly state: string;
      readonly reason: string | undefined;
    };

/** A report of the year with all that followed, in order. */
export interface PlannedReport {
  readonly key: string;
  readonly scenario: string;
  readonly sector: string;
  readonly acts: readonly ReportAct[];
}

/** The actor who is competent for each sector. */
export const ministryOf: Readonly<Record<string, string>> = {
  electricity: 'ministry.meti',
  gas: 'ministry.meti',
  chemistry: 'ministry.meti',
  credit: 'ministry.meti',
  petroleum: 'ministry.meti',
  'info-comm': 'ministry.mic',
  government: 'ministry.mic',
  finance: 'ministry.fsa',
  medical: 'ministry.mhlw',
  water: 'ministry.mhlw',
  railway: 'ministry.mlit',
  aviation: 'ministry.mlit',
  logistics: 'ministry.mlit',
};
