/** The door of the exchange: what other rooms and the composition may call. */
export { approveProvision } from './commands/provisions/approve-provision.ts';
export { dispatchProvision } from './commands/provisions/dispatch-provision.ts';
export { draftProvision } from './commands/provisions/draft-provision.ts';
export { carryOutOnTheDay, exchangeReactions } from './commands/handover/carry-out.ts';
export { watchObligations } from './commands/obligations/watch.ts';
export { offeringReactions } from './commands/offerings/tell-offered.ts';
export { feedbackReactions } from './commands/feedback/tell-desk.ts';
export { sourceApprovalReactions } from './commands/source-approval/tell-parties.ts';
export { watchAskings } from './commands/source-approval/watch-askings.ts';
export { relayReport } from './commands/reports/relay-report.ts';
export { submitReport } from './commands/reports/submit-report.ts';
export { showProvision } from './queries/show-provision.ts';
export { showReport } from './queries/report/show-report.ts';
export { reportSight } from './queries/report/sight.ts';
export { exchangeChanges } from './queries/changes.ts';
export { exchangeRoutes } from './routes.ts';
