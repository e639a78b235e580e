import { join } from '../../platform/http/door.ts';
import { circulation } from '../circulation/index.ts';
import { lookApart } from '../files/index.ts';
import { enterConsent } from './commands/consent/enter-consent.ts';
import { passOnward } from './commands/consent/pass-onward.ts';
import { changeFeedback, giveFeedback, withdrawFeedback } from './commands/feedback/give-feedback.ts';
import { giveOffering, passOffering, setExtent, withdrawOffering } from './commands/offerings/offerings.ts';
import { answerAsking } from './commands/source-approval/answer-asking.ts';
import { releaseUrgently } from './commands/source-approval/release-urgently.ts';
import { addVersion } from './commands/reports/add-version.ts';
import { approveProvision } from './commands/provisions/approve-provision.ts';
import { askApproval } from './commands/provisions/ask-approval.ts';
import { beginVersion } from './commands/provisions/begin-version.ts';
import { dispatchProvision } from './commands/provisions/dispatch-provision.ts';
import { attachFile } from './commands/provisions/files/attach-file.ts';
import { takeOffFile } from './commands/provisions/files/take-off-file.ts';
import { draftProvision } from './commands/provisions/draft-provision.ts';
import { editProvision } from './commands/provisions/edit-provision.ts';
import { waysFrom } from './commands/provisions/ways.ts';
import { confirmEntry } from './commands/reports/confirm-entry.ts';
import { enterReport } from './commands/reports/enter-report.ts';
import { assessSeverity } from './commands/reports/desk/assess-severity.ts';
import { linkReports, unlinkReports } from './commands/reports/desk/link-reports.ts';
import { relayReport } from './commands/reports/relay-report.ts';
import { submitReport } from './commands/reports/submit-report.ts';
import { answerReport, returnReport } from './commands/reports/talk.ts';
import { triageReport } from './commands/reports/desk/triage-report.ts';
import { exchangeDoors } from './contract.ts';
import { listFeedback, reportUses } from './queries/feedback.ts';
import { listAskings, showAsking } from './queries/sources/askings.ts';
import { listOfferings, offeringHubs, showOffering } from './queries/sources/offerings.ts';
import { consentsOf } from './queries/consents.ts';
import { listProvisions } from './queries/list-provisions.ts';
import { listReports } from './queries/report/list-reports.ts';
import { obligations, obligationsAhead } from './queries/obligations.ts';
import { previewAudience } from './queries/preview/preview-audience.ts';
import { previewReport } from './queries/preview/preview-report.ts';
import { search } from './queries/search.ts';
import { sentVersion, showProvision } from './queries/show-provision.ts';
import { readReportSheet, reportSheet } from './queries/report/sheet.ts';
import { showReport } from './queries/report/show-report.ts';

/** The exchange's doors and what answers them. */
export const exchangeRoutes = join(exchangeDoors, {
  reportPreview: (acting, { query }) => previewReport(acting, query),
  submitReport: (acting, { body }) => submitReport(acting, body),
  enterReport: (acting, { body }) => enterReport(acting, body),
  confirmEntry: (acting, { params }) => confirmEntry(acting, params.id),
  listReports: (acting, { query }) => listReports(acting, query),
  showReport: (acting, { params }) => showReport(acting, params.id),
  addVersion: (acting, { params, body }) => addVersion(acting, params.id, body),
  relayReport: (acting, { params, body }) => relayReport(acting, params.id, body),
  returnReport: (acting, { params, body }) => returnReport(acting, params.id, body.question),
  answerReport: (acting, { params, body }) => answerReport(acting, params.id, body.text),
  triageReport: (acting, { params, body }) => triageReport(acting, params.id, body),
  showConsents: (acting, { params }) => consentsOf(acting, params.id),
  enterConsent: (acting, { params, body }) => enterConsent(acting, params.id, body),
  passOnward: (acting, { params, body }) => passOnward(acting, params.id, body),
  linkReports: (acting, { params, body }) => linkReports(acting, params.id, body),
  unlinkReports: (acting, { params }) => unlinkReports(acting, params.id, params.link),
  assessSeverity: (acting, { params, body }) => assessSeverity(acting, params.id, body),
  reportSheet: (acting, { body }) => reportSheet(acting, body),
  readReportSheet: (acting, { body }) => readReportSheet(acting, body),
  draftProvision: (acting, { body }) => draftProvision(acting, body),
  editProvision: (acting, { params, body, ifMatch }) => editProvision(acting, params.id, body, ifMatch),
  attachFile: async (bytes, { params, query }) => {
    const looked = await lookApart(query.name, bytes);
    return (acting) => attachFile(acting, params.id, looked);
  },
  takeOffFile: (acting, { params }) => takeOffFile(acting, params.id, params.attachment),
  listWays: async (acting) => waysFrom(acting),
  beginVersion: (acting, { params, body }) => beginVersion(acting, params.id, body),
  listProvisions: (acting, { query }) => listProvisions(acting, query),
  showProvision: (acting, { params, query }) => showProvision(acting, params.id, query.version),
  previewAudience: (acting, { params }) => previewAudience(acting, params.id),
  askApproval: (acting, { params }) => askApproval(acting, params.id),
  approveProvision: (acting, { params, body }) => approveProvision(acting, params.id, body),
  dispatchProvision: (acting, { params }) => dispatchProvision(acting, params.id),
  showCirculation: async (acting, { params, query }) => {
    const item = await sentVersion(acting, params.id, query.version);
    return { provision: params.id, ...(await circulation(acting, item)) };
  },
  listAskings: (acting, { query }) => listAskings(acting, query),
  showAsking: (acting, { params }) => showAsking(acting, params.id),
  answerAsking: (acting, { params, body }) => answerAsking(acting, params.id, body),
  releaseUrgently: (acting, { params, body }) => releaseUrgently(acting, params.id, body.reason),
  listFeedback: (acting, { params, query }) => listFeedback(acting, params.id, query),
  giveFeedback: (acting, { params, body }) => giveFeedback(acting, params.id, body),
  changeFeedback: (acting, { params, body }) => changeFeedback(acting, params.id, body),
  withdrawFeedback: (acting, { params }) => withdrawFeedback(acting, params.id),
  reportUses: (acting, { params }) => reportUses(acting, params.id),
  listOfferings: (acting, { query }) => listOfferings(acting, query),
  offeringHubs: (acting) => offeringHubs(acting),
  giveOffering: (acting, { body }) => giveOffering(acting, body),
  showOffering: (acting, { params }) => showOffering(acting, params.id),
  setExtent: (acting, { params, body }) => setExtent(acting, params.id, body),
  withdrawOffering: (acting, { params }) => withdrawOffering(acting, params.id),
  passOffering: (acting, { params, body }) => passOffering(acting, params.id, body.to),
  listObligations: (acting, { query }) => obligations(acting, query),
  obligationsAhead: (acting, { body }) => obligationsAhead(acting, body),
  search: (acting, { query }) => search(acting, query),
});
