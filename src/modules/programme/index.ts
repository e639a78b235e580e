/** The door of the programme room: reading a programme, and asking it. */
export type { Onward, SourceApproval } from './shapes/routes.ts';
export { installProgramme, theProgramme } from './current.ts';
export { loadProgramme, readProgramme } from './load.ts';
export { overview } from './queries.ts';
export { programmeRoutes } from './routes.ts';
export { bodiesAt, ceptoarsAt, competentFor, nameOf, powersOf, seatsOf, sectorsAt, sectorsOf } from './rules/bodies.ts';
export { withChanges } from './rules/changes.ts';
export { codes, codeEver, editionAt, formCodes, formOf, inEdition } from './rules/codes.ts';
export { attestationDue } from './rules/contacts.ts';
export { coveredWays, hubCapacities, isCovered, offeringTerms } from './rules/covered.ts';
export { holdsOn } from './rules/dates.ts';
export { kindsAt, kindsOf, wayOf } from './rules/kinds.ts';
export { inKanaOrder, measuresInKanaOrder } from './rules/measures.ts';
export { judge, levelsAt, type Span, type Verdict } from './rules/levels.ts';
export { ordinaryMode, routeFor } from './rules/routes.ts';
export { fewestFor, tellingIn } from './rules/telling.ts';
export {
  acknowledgeDue,
  asideOf,
  copyCapacity,
  differences,
  hopsOf,
  originOf,
  relayWithinBelow,
  sourceApprovalIn,
  sourceApprovalOn,
} from './rules/ways.ts';
export { inOneLine } from './reading/problems.ts';
