/** The door of the situations room. */
export { tellReportsDue } from './commands/reports/tell-due.ts';
export { situationChanges } from './queries/changes.ts';
export { reportPdf } from './queries/report-pdf.ts';
export type { ReportView as SituationReport } from './report.ts';
export { situationSight } from './queries/seats.ts';
export { situationsRoutes } from './routes.ts';
