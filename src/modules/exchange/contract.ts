import { obligationDoors } from './doors/obligations.ts';
import { consentDoors } from './doors/consent.ts';
import { provisionDoors } from './doors/provisions.ts';
import { reportDoors } from './doors/reports.ts';
import { feedbackDoors } from './doors/feedback.ts';
import { offeringDoors } from './doors/offerings.ts';
import { searchDoors } from './doors/search.ts';
import { sourceApprovalDoors } from './doors/source-approval.ts';

export * from './shapes/report.ts';
export * from './shapes/obligation.ts';
export * from './shapes/material.ts';
export * from './shapes/provision.ts';
export * from './shapes/consent.ts';
export * from './shapes/source-approval.ts';
export * from './shapes/feedback.ts';
export * from './shapes/offering.ts';

/** The doors of this room. */
export const exchangeDoors = {
  ...reportDoors,
  ...consentDoors,
  ...provisionDoors,
  ...obligationDoors,
  ...sourceApprovalDoors,
  ...feedbackDoors,
  ...offeringDoors,
  ...searchDoors,
} as const;

/** Facts of this room. Facts open to whom they reached have the item (one version) as their subject. */
export const exchangeFacts = [
  'report.submitted',
  'report.entered',
  'report.confirmed',
  'report.disclosed',
  'contribution.submitted',
  'contribution.acknowledged',
  'damage.recorded',
  'report.version-added',
  'report.relayed',
  'report.received',
  'report.returned',
  'report.answered',
  'report.triaged',
  'report.linked',
  'report.unlinked',
  'report.assessed',
  /** subject: the duty to report; only its operator reads it */
  'obligation.planned',
  'obligation.met',
  'obligation.met-late',
  'obligation.cancelled',
  'obligation.missed',
  'obligation.reminded',
  'report.passed-on',
  'consent.requested',
  'consent.asked',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'consent.passed',
  'provision.drafted',
  'provision.version-begun',
  'provision.edited',
  'provision.file-attached',
  'provision.file-taken-off',
  'provision.approval-asked',
  'provision.approved',
  'provision.dispatched',
  'provision.recalled',
  'source-approval.asked',
  /** subject: the asking; nobody but who said it reads them */
  'source-approval.agreed',
  'source-approval.objected',
  'source-approval.waived',
  'source-approval.lapsed',
  /** subject: what a member gave to its hub */
  'offering.given',
  'offering.extent-set',
  'offering.withdrawn',
  'offering.passed',
  /** subject: what was told back; only who told it reads them */
  'feedback.given',
  'feedback.changed',
  'feedback.withdrawn',
  /** A provision that went only to those whom an agreement covers, by its kind. */
  'early-warning.dispatched',
  'agreement.invoked',
  'hub-item.shared',
] as const;
