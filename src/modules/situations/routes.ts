import { join } from '../../platform/http/door.ts';
import { askSectors } from './commands/ask-sectors.ts';
import { groupReports, partReport } from './commands/group-reports.ts';
import { linkSectors } from './commands/link-sectors.ts';
import { measureLevel } from './commands/measure-level.ts';
import { openSituation } from './commands/open-situation.ts';
import { recordDecision } from './commands/record-decision.ts';
import { shareSituation, stopSharing } from './commands/share-situation.ts';
import { stateSector } from './commands/state-sector.ts';
import { turnSituation } from './commands/turn-situation.ts';
import { writeEntry } from './commands/write-entry.ts';
import { situationsDoors } from './contract.ts';
import { draftReport, editReport, releaseReport, setRhythm } from './commands/reports/written-report.ts';
import { listGrouped } from './queries/grouped.ts';
import { listSituations } from './queries/list-situations.ts';
import { reportsDue, showWrittenReport } from './queries/written-reports.ts';
import { showBoard } from './queries/show-board.ts';

/** The doors of this room with what answers them. */
export const situationsRoutes = join(situationsDoors, {
  listSituations: async (acting) => ({ items: await listSituations(acting), next: null }),
  showSituation: (acting, { params }) => showBoard(acting, params.id),
  openSituation: (acting, { body }) => openSituation(acting, body),
  endSituation: (acting, { params, body }) => turnSituation(acting, params.id, 'ended', body.reason),
  reopenSituation: (acting, { params, body }) => turnSituation(acting, params.id, 'reopened', body.reason),
  shareSituation: (acting, { params, body }) => shareSituation(acting, params.id, body.part),
  stopSharing: (acting, { params, body }) => stopSharing(acting, params.id, body.part),
  listGrouped: (acting, { params, query }) => listGrouped(acting, params.id, query),
  groupReports: (acting, { params, body }) => groupReports(acting, params.id, body),
  partReport: (acting, { params, body }) => partReport(acting, params.id, params.report, body.reason),
  stateSector: (acting, { params, body }) => stateSector(acting, params.id, body),
  measureLevel: (acting, { params, body }) => measureLevel(acting, params.id, body),
  askSectors: (acting, { params, body }) => askSectors(acting, params.id, body.sectors),
  linkSectors: (acting, { params, body }) => linkSectors(acting, params.id, body),
  recordDecision: (acting, { params, body }) => recordDecision(acting, params.id, body),
  setRhythm: (acting, { params, body }) => setRhythm(acting, params.id, body),
  listReportsDue: (acting) => reportsDue(acting),
  draftReport: (acting, { params }) => draftReport(acting, params.id),
  showSituationReport: (acting, { params }) => showWrittenReport(acting, params.id),
  editReport: (acting, { params, body }) => editReport(acting, params.id, body),
  releaseReport: (acting, { params }) => releaseReport(acting, params.id),
  writeEntry: (acting, { params, body }) => writeEntry(acting, params.id, body),
});
