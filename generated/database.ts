// Written by bin/generate from the migrated schema. Do not edit.
import type { Generated } from 'kysely';

type Json = unknown;

export interface ActingCalendar {
  one: Generated<boolean>;
  zone: string;
  fiscal_year_begins: string;
}

export interface ActingEpoch {
  person: string;
  epoch: Generated<number>;
}

export interface ActingHolder {
  seat: string;
  person: string;
  body: string;
  capacity: string;
  role: string;
  valid_from: string;
  valid_to: string | null;
}

export interface ActingPower {
  capacity: string;
  role: string;
  power: string;
}

export interface ActingRealm {
  id: Generated<string>;
  kind: string;
  name_ja: string;
  name_en: string;
  opened_at: Date;
  closed_at: Date | null;
  paused_at: Date | null;
}

export interface ActingRealmSeat {
  realm: string;
  seat: string;
  left_at: Date | null;
}

export interface ActingSealKey {
  key: Buffer;
}

export interface ActingSignIn {
  token: Buffer;
  id: Generated<string>;
  kind: string;
  person: string;
  seat: string;
  epoch: number;
  created_at: Date;
  until: Date;
  label: string | null;
  scopes: string[] | null;
  strong: Generated<boolean>;
  last_used: string | null;
}

export interface BreakglassDecision {
  request: string;
  allowed: boolean;
  note: string | null;
  seat: string;
  person: string;
  at: Date;
  tell_at: Date | null;
}

export interface BreakglassOpening {
  request: string;
  kind: string;
  subject: string;
  until: Date;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface BreakglassReading {
  id: string;
  request: string;
  person: string;
  at: Date;
  lent: string[];
}

export interface BreakglassRequest {
  id: string;
  realm: string;
  reference: string;
  kind: string;
  from_id: string;
  to_id: string;
  what: string;
  basis: string;
  reason: string;
  seat: string;
  person: string;
  office: string;
  at: Date;
  lapses: Date;
}

export interface BreakglassTold {
  request: string;
  seat: string;
  tell_at: Date;
  told_at: Date | null;
}

export interface ChannelsAgreement {
  minutes: string;
  side: string;
  seat: string;
  person: string;
  at: Date;
}

export interface ChannelsAside {
  thread: string;
  seat: string;
}

export interface ChannelsInquiry {
  id: string;
  realm: string;
  asker: string;
  onward: boolean;
  subject: string;
  text: string;
  handling: Json;
  due: Date;
  asked_at: Date;
}

export interface ChannelsInquiryMessage {
  id: string;
  inquiry: string;
  party: string;
  seat: string;
  person: string;
  kind: string;
  text: string;
  at: Date;
}

export interface ChannelsInquiryOrigin {
  inquiry: string;
  origin: string;
  asker: string;
}

export interface ChannelsInquiryParty {
  inquiry: string;
  seat: string;
  asker: string;
}

export interface ChannelsInquiryStep {
  id: string;
  inquiry: string;
  step: string;
  party: string | null;
  seat: string;
  person: string;
  at: Date;
}

export interface ChannelsInquiryWay {
  from_capacity: string;
  to_capacity: string;
  below: boolean;
  onward: boolean;
}

export interface ChannelsInvitation {
  id: string;
  space: string;
  thread: string | null;
  realm: string;
  seat: string;
  by_seat: string;
  by_person: string;
  starts: Date;
  ends: Date;
  past: boolean;
  invited_at: Date;
}

export interface ChannelsKind {
  key: string;
  position: number;
  basis: string;
  circle_kind: string | null;
  circle_key: string | null;
  lower: string | null;
  upper: string | null;
  capacities: string[];
  openers: string[];
  guests: string[];
  named: boolean;
  title_ja: string;
  title_en: string;
  says_ja: string;
  says_en: string;
}

export interface ChannelsMember {
  space: string;
  seat: string;
  valid_from: string;
  valid_to: string | null;
}

export interface ChannelsMessage {
  id: string;
  thread: string;
  realm: string;
  seat: string;
  person: string;
  body_ja: string;
  body_en: string;
  person_ja: string;
  person_en: string;
  marking: number;
  handling: Json;
  corrects: string | null;
  at: Date;
  withdrawn_at: Date | null;
}

export interface ChannelsMinutes {
  id: string;
  exchange: string;
  revision: number;
  text: string;
  seat: string;
  at: Date;
}

export interface ChannelsPosition {
  person: string;
  seat: string;
  thread: string;
  at: Date;
}

export interface ChannelsSpace {
  id: Generated<string>;
  kind: string;
  circle: string | null;
  body: string | null;
  seat: string | null;
  title_ja: string | null;
  title_en: string | null;
  opened_at: Date;
}

export interface ChannelsSupport {
  id: string;
  realm: string;
  kind: string;
  helped: string;
  helper: string;
  offered: boolean;
  subject: string;
  text: string;
  begun_at: Date;
}

export interface ChannelsSupportKind {
  key: string;
  helped: string[];
  helper: string;
  above: boolean;
  title_ja: string;
  title_en: string;
}

export interface ChannelsSupportStep {
  id: string;
  support: string;
  step: string;
  seat: string;
  person: string;
  note: string | null;
  at: Date;
}

export interface ChannelsThread {
  id: string;
  space: string;
  realm: string;
  title: string;
  aside: boolean;
  opened_at: Date;
}

export interface ChannelsViewExchange {
  id: string;
  realm: string;
  asked: string;
  subject: string;
  reason: string;
  asked_at: Date;
}

export interface ChannelsViewParty {
  exchange: string;
  seat: string;
  side: string;
  lead: boolean;
}

export interface ChannelsViewRoute {
  from_capacity: string;
  to_capacity: string;
  through: string | null;
}

export interface ChannelsViewStep {
  exchange: string;
  step: string;
  seat: string;
  person: string;
  at: Date;
  note: string | null;
  meets_at: Date | null;
}

export interface ChannelsWordIndex {
  message: string;
  realm: string;
  at: Date;
  words: string;
}

export interface ChannelsWords {
  message: string;
  text: string;
}

export interface CirculationAttempt {
  id: Generated<string>;
  item: string;
  realm: string;
  receipt: string | null;
  seat: string;
  at: Date;
  channel: string;
  outcome: string;
  note: string | null;
  person: string | null;
  contact: string | null;
  whom: string | null;
}

export interface CirculationAudience {
  item: string;
  circle: string | null;
  body: string | null;
}

export interface CirculationBeside {
  item: string;
  capacity: string;
  tier: number;
  within: unknown | null;
}

export interface CirculationDeadline {
  id: Generated<string>;
  item: string;
  receipt: string | null;
  realm: string;
  seat: string;
  kind: string;
  due: Date;
  remind_at: Date;
  reminded_at: Date | null;
  met_at: Date | null;
}

export interface CirculationHanded {
  handover: string;
  item: string;
  at: Date;
}

export interface CirculationItem {
  id: string;
  subject: string;
  realm: string;
  kind: string;
  title: string;
  marking: number;
  handling: Json;
  sent: Date | null;
  mode: string | null;
}

export interface CirculationItemWords {
  item: string;
  realm: string;
  sent: Date;
  words: string;
}

export interface CirculationReach {
  item: string;
  reader: string;
  realm: string;
  kind: string;
  sent: Date;
  author: Generated<boolean>;
}

export interface CirculationReceipt {
  id: Generated<string>;
  item: string;
  realm: string;
  kind: string;
  seat: string;
  body: string;
  sector: string | null;
  tier: number;
  via: string;
  overseer: string | null;
  must_relay: Generated<boolean>;
  targeted_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  unreachable: string | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  state: string | null;
  note: string | null;
  relayed_at: Date | null;
  due: Date | null;
  remind_at: Date | null;
  reminded_at: Date | null;
  changed_at: Date;
  handed_at: Date | null;
  closed_at: Date | null;
  chased_at: Date | null;
  spoken_at: Date | null;
  own_at: Date | null;
  why: string | null;
  circle: string | null;
}

export interface CirculationTier {
  item: string;
  position: number;
  capacity: string;
  scope: string;
  covers: string | null;
}

export interface CirculationWord {
  id: string;
  receipt: string;
  realm: string;
  seat: string;
  person: string;
  contact: string | null;
  said_by: string;
  state: string;
  note: string | null;
  at: Date;
}

export interface DrillsDrill {
  id: string;
  kind: string;
  about: string;
  title_ja: string;
  title_en: string;
  purpose: string;
  starts: Date;
  ends: Date;
  announced: boolean;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface DrillsFinding {
  id: string;
  drill: string;
  step: string | null;
  expected: string;
  happened: string;
  cause: string | null;
  seat: string;
  person: string;
  at: Date;
}

export interface DrillsInvited {
  drill: string;
  seat: string;
  part: string;
}

export interface DrillsObservation {
  id: string;
  drill: string;
  step: string | null;
  tone: string;
  said: string;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface DrillsPresence {
  drill: string;
  seat: string;
  n: number;
  what: string;
  person: string;
  at: Date;
}

export interface DrillsRemedy {
  id: string;
  drill: string;
  finding: string;
  says: string;
  owner: string;
  due: string;
  seat: string;
  person: string;
  at: Date;
}

export interface DrillsRemedyClosure {
  remedy: string;
  drill: string;
  evidence: string;
  seat: string;
  person: string;
  at: Date;
}

export interface DrillsReview {
  drill: string;
  said: string;
  decided: string;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface DrillsReviewConfirmation {
  drill: string;
  written_by: string;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface DrillsStep {
  drill: string;
  what: string;
  minutes: number;
}

export interface DrillsTurn {
  drill: string;
  n: number;
  what: string;
  note: string | null;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface ExchangeApproval {
  item: string;
  revision: number;
  seat: string;
  person: string;
  accepted: Generated<Json>;
  at: Date;
}

export interface ExchangeAsking {
  id: string;
  item: string;
  report: string;
  realm: string;
  shown: Buffer;
  title: string;
  body: string;
  kind: string;
  handling: Json;
  files: string[];
  asked_at: Date;
  due: Date;
  silence: string;
  lapsed_at: Date | null;
}

export interface ExchangeAskingAnswer {
  asking: string;
  number: number;
  answer: string;
  reason: string | null;
  wording: string | null;
}

export interface ExchangeAskingHand {
  asking: string;
  number: number;
  seat: string;
  person: string;
  heard_from: string | null;
  at: Date;
}

export interface ExchangeConfirmation {
  report: string;
  seat: string;
  person: string;
  at: Date;
}

export interface ExchangeConsent {
  id: Generated<string>;
  report: string;
  class: string;
  number: number;
  act: string;
  what: string;
  capacities: Generated<string[]>;
  bodies: Generated<string[]>;
  until: Date | null;
  at: Date;
}

export interface ExchangeConsentSaid {
  consent: string;
  seat: string;
  person: string;
  note: string | null;
}

export interface ExchangeEntry {
  item: string;
  report: string;
  seat: string;
  person: string;
  channel: string;
  said_by: string;
  call_back: string | null;
  said_at: Date;
  entered_at: Date;
}

export interface ExchangeFeedback {
  id: string;
  item: string;
  provision: string;
  realm: string;
  sector: string | null;
  kind: string;
  given_at: Date;
}

export interface ExchangeFeedbackHand {
  feedback: string;
  number: number;
  receipt: string;
  person: string;
}

export interface ExchangeFeedbackVersion {
  feedback: string;
  number: number;
  act: string;
  indicator: string | null;
  seen_from: Date | null;
  seen_until: Date | null;
  count: number | null;
  quote: string | null;
  text: string | null;
  at: Date;
}

export interface ExchangeKnownWord {
  body: string;
  kind: string;
  word: string;
  alike: string;
  head: number;
  tail: number;
  marks: number[];
}

export interface ExchangeMessage {
  id: Generated<string>;
  report: string;
  seat: string;
  person: string;
  kind: string;
  text: string;
  at: Date;
}

export interface ExchangeObligation {
  id: string;
  report: string;
  realm: string;
  key: string;
  start_at: Date | null;
  certainty: string | null;
  due: Date | null;
  remind_at: Date | null;
  reminded_at: Date | null;
  state: string;
  reason: string | null;
  met_item: string | null;
  met_at: Date | null;
  missed_at: Date | null;
  planned_at: Date;
  changed_at: Date;
}

export interface ExchangeObligationStart {
  obligation: string;
  item: string;
  start_at: Date | null;
  certainty: string | null;
  due: Date | null;
  at: Date;
}

export interface ExchangeOffering {
  id: string;
  realm: string;
  hub: string;
  members: string[];
  centre: string[];
  given_at: Date;
  withdrawn_at: Date | null;
}

export interface ExchangeOfferingExtent {
  offering: string;
  number: number;
  to_members: boolean;
  to_centre: string;
  at: Date;
}

export interface ExchangeOfferingPass {
  offering: string;
  to_whom: string;
  person: string;
  at: Date;
  ended_at: Date | null;
}

export interface ExchangeOfferingSource {
  offering: string;
  seat: string;
  body: string;
  person: string;
}

export interface ExchangeOfferingText {
  offering: string;
  title: string;
  body: string;
  marking: number;
  handling: Json;
}

export interface ExchangeOnward {
  item: string;
  reader: string;
  class: string;
  report: string;
  realm: string;
  at: Date;
  ended_at: Date | null;
}

export interface ExchangeProvision {
  id: string;
  realm: string;
  created_at: Date;
}

export interface ExchangeProvisionEditor {
  item: string;
  person: string;
  at: Date;
}

export interface ExchangeProvisionMaterial {
  item: string;
  position: number;
  kind: string;
  title: string;
  reference: string | null;
  quote: string | null;
}

export interface ExchangeProvisionOrigin {
  item: string;
  report: string;
}

export interface ExchangeProvisionVersion {
  item: string;
  provision: string;
  number: number;
  kind: string;
  body: string;
  tempo: string;
  acknowledge_by: Date | null;
  stage: Generated<string>;
}

export interface ExchangeProvisionWork {
  item: string;
  seat: string;
  revision: Generated<number>;
  updated_at: Date;
  asked_at: Date | null;
  reasons: Generated<Json>;
  asks_sources: Generated<boolean>;
}

export interface ExchangeRelayNote {
  id: Generated<string>;
  report: string;
  item: string;
  from_seat: string;
  to_seat: string;
  note: string | null;
  at: Date;
}

export interface ExchangeReport {
  id: string;
  realm: string;
  sector: string;
  created_at: Date;
  kind: string;
  route: string;
}

export interface ExchangeReportLink {
  id: string;
  one: string;
  other: string;
  kind: string;
  reason: string;
  seat: string;
  person: string;
  at: Date;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface ExchangeReportVersion {
  item: string;
  report: string;
  number: number;
  stage: string;
  event_type: string | null;
  cause_types: string[];
  codes_version: string;
  occurred_at: Json | null;
  detected_at: Json | null;
  summary: string | null;
  answers: Json;
  form: string;
  form_version: number;
  submitted_at: Date;
}

export interface ExchangeSeverity {
  report: string;
  seat: string;
  number: number;
  service: number;
  safety: number;
  other: number;
  overall: Generated<number>;
  early: boolean;
  reason: string;
  person: string;
  at: Date;
}

export interface ExchangeSource {
  report: string;
  seat: string;
  body: string;
  contact: string | null;
  contact_name: string;
  contact_phone: string | null;
  contact_email: string | null;
  name_to_cs: boolean;
  copied: boolean;
  answers: Generated<Json>;
}

export interface ExchangeSourceAnswers {
  item: string;
  report: string;
  number: number;
  answers: Json;
}

export interface ExchangeSourceReader {
  report: string;
  reader: string;
  thread: boolean;
  told_at: Date;
  until: Date | null;
}

export interface ExchangeToldBefore {
  report: string;
  reader: string;
  told_at: Date;
  ended_at: Date;
}

export interface ExchangeTriage {
  report: string;
  seat: string;
  state: string;
  reason: string | null;
  person: string;
  at: Date;
}

export interface ExchangeUrgentRelease {
  item: string;
  shown: Buffer;
  seat: string;
  person: string;
  reason: string;
  at: Date;
}

export interface FilesAttachment {
  id: string;
  item: string;
  position: number;
  content: string;
  name: string;
  kind: string;
  size: number;
  digest: Buffer;
}

export interface FilesChunk {
  content: string;
  position: number;
  bytes: Buffer;
}

export interface FilesContent {
  id: string;
  realm: string;
  brought_at: Date;
}

export interface FilesHeld {
  id: string;
  content: string;
  person: string;
  seat: string;
  realm: string;
  draft: string;
  name: string;
  kind: string;
  size: number;
  digest: Buffer;
  at: Date;
}

export interface FilesReading {
  content: string;
  text: string;
  unread: boolean;
}

export interface FormsDraft {
  id: string;
  seat: string;
  person: string;
  realm: string;
  kind: string;
  form_key: string | null;
  form_version: number | null;
  content: Json;
  revision: number;
  saved_at: Date;
}

export interface JournalActor {
  entry: string;
  seat: string;
  person: string;
}

export interface JournalBatch {
  number: number;
  root: Buffer;
  seed: Buffer;
  sealed_at: Date;
}

export interface JournalCheckpoint {
  size: number;
  root: Buffer;
  note: string;
  sealed_at: Date;
}

export interface JournalCursor {
  reaction: string;
  xact: string;
  seq: number;
  failures: Generated<number>;
  last_error: string | null;
  at: Date;
}

export interface JournalEntry {
  id: Generated<string>;
  seq: Generated<number>;
  xact: Generated<string>;
  at: Date;
  realm: string;
  fact: string;
  subject: string;
  open_to: string;
  detail: Json | null;
}

export interface JournalLeaf {
  entry: string;
  batch: number;
  place: number;
  hash: Buffer;
  who: string;
}

export interface JournalSalt {
  entry: string;
  salt: Buffer;
}

export interface ModeAct {
  id: string;
  realm: string;
  verb: string;
  mode: string;
  sectors: string[];
  regions: string[];
  basis: string;
  authority: string;
  asked_from: Date;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface ModeConfirmation {
  act: string;
  realm: string;
  position: number;
  declaration: string;
  mode: string;
  sectors: string[];
  regions: string[];
  takes_effect: Date;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface ModePlace {
  declaration: string;
  seat: string;
  realm: string;
  person: string;
  at: Date;
}

export interface ModeWithdrawal {
  act: string;
  realm: string;
  seat: string;
  person: string;
  at: Date;
}

export interface NoticesAddressState {
  person: string;
  address: string;
  failures: number;
  code: string;
  since: Date;
  last_at: Date;
  stopped_at: Date | null;
}

export interface NoticesMailCertificate {
  person: string;
  pem: string;
  fingerprint: string;
  subject: string;
  issuer: string;
  expires_at: Date;
  content: boolean;
  added_at: Date;
}

export interface NoticesMailKey {
  person: string;
  armored: string;
  fingerprint: string;
  user_id: string;
  expires_at: Date | null;
  content: boolean;
  added_at: Date;
}

export interface NoticesNotice {
  id: Generated<string>;
  cause: string;
  person: string;
  seat: string;
  realm: string;
  why: string;
  kind: string | null;
  item: string | null;
  receipt: string | null;
  about: string | null;
  urgent: boolean;
  sector: string | null;
  marking: number | null;
  at: Date;
  read_at: Date | null;
  mail_due: Date | null;
  mailed_at: Date | null;
  rehearsal: string | null;
}

export interface NoticesPush {
  device: string;
  notice: string;
  text: string;
  mark: string;
  urgent: boolean;
  created_at: Date;
  next_try: Date | null;
  claimed_at: Date | null;
  tries: Generated<number>;
  sent_at: Date | null;
  failed: string | null;
}

export interface NoticesPushDevice {
  id: string;
  person: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  label: string;
  added_at: Date;
  told_at: Date | null;
  ended_at: Date | null;
  ended_why: string | null;
}

export interface NoticesReturnPath {
  token: Buffer;
  kind: string;
  person: string;
  address: string;
  seat: string;
  realm: string;
  receipt: string | null;
  until: Date;
  used_at: Date | null;
}

export interface NoticesSetting {
  person: string;
  seat: string;
  mail: string;
  digest_at: string;
  only_urgent: boolean;
  kinds: string[] | null;
  sectors: string[] | null;
  marks: string[] | null;
  quiet_from: string | null;
  quiet_to: string | null;
  changed_at: Date;
}

export interface PartiesAgreement {
  id: string;
  hub: string;
  hub_body: string;
  seat: string;
  body: string;
  circle: string | null;
  kinds: string[];
  members_known: Generated<boolean>;
  version: string;
  text: string;
  hash: string;
  signed_by: string;
  person: string;
  valid_from: Date;
  valid_until: Date;
  proposed_at: Date;
}

export interface PartiesAgreementAnswer {
  agreement: string;
  seat: string;
  person: string;
  accepted: boolean;
  hash: string;
  signed_by: string;
  at: Date;
}

export interface PartiesAgreementEnd {
  agreement: string;
  seat: string;
  person: string;
  reason: string;
  at: Date;
}

export interface PartiesAttestation {
  id: string;
  body: string;
  seat: string;
  person: string;
  points: number;
  at: Date;
}

export interface PartiesAttestationDue {
  body: string;
  due: Date;
  late_at: Date | null;
  asked_at: Date | null;
}

export interface PartiesBody {
  id: Generated<string>;
  key: string | null;
  kind: string;
  name_ja: string;
  name_en: string;
  kana: Generated<string>;
  alias: Generated<string[]>;
  domains: Generated<string[]>;
  place: string | null;
  open: Generated<boolean>;
  fictitious: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesBodySector {
  body: string;
  sector: string;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesChallenge {
  challenge: string;
  purpose: string;
  person: string | null;
  until: Date;
}

export interface PartiesCircle {
  id: Generated<string>;
  key: string;
  kind: string;
  sector: string | null;
  name_ja: string;
  name_en: string;
  secretariat: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesCompetence {
  sector: string;
  seat: string;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesContactPoint {
  id: Generated<string>;
  body: string;
  role: string;
  label: string;
  hours: string;
  position: number;
  phone: string | null;
  email: string | null;
  valid_from: string;
  valid_to: string | null;
  verified_at: Date | null;
  changed_at: Date;
  fax: string | null;
  sms: string | null;
  radio: string | null;
  languages: Generated<string[]>;
}

export interface PartiesDemo {
  one: Generated<boolean>;
}

export interface PartiesDoorKey {
  one: Generated<boolean>;
  key: Buffer;
}

export interface PartiesDutyException {
  id: string;
  body: string;
  contact: string | null;
  person: string | null;
  called: string | null;
  from_at: Date;
  until_at: Date;
  note: string;
  ended_at: Date | null;
}

export interface PartiesDutyShift {
  id: string;
  body: string;
  contact: string;
  person: string | null;
  called: string;
  weekdays: number[];
  starts: unknown;
  ends: unknown;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesHandover {
  id: string;
  sector: string;
  from_seat: string;
  to_seat: string;
  day: string;
  keeps: boolean;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  confirmed_by: string | null;
  confirmed_seat: string | null;
  confirmed_at: Date | null;
  revoked_at: Date | null;
  done_at: Date | null;
}

export interface PartiesIntroduction {
  hub: string;
  seat: string;
  body: string;
  person: string;
  note: string;
  at: Date;
}

export interface PartiesInvitation {
  id: string;
  secret: Buffer;
  email: string;
  name_ja: string;
  name_en: string;
  seat: string;
  role: string;
  invited_by: string | null;
  invited_at: Date;
  until: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  person: string | null;
}

export interface PartiesLetter {
  id: string;
  kind: string;
  subject: string;
  address: string;
  written_at: Date;
  until: Date;
  next_try: Date;
  tries: Generated<number>;
  sent_at: Date | null;
  failed: string | null;
}

export interface PartiesMembership {
  circle: string;
  body: string;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesPasskey {
  id: string;
  person: string;
  credential: string;
  public_key: Buffer;
  counter: number;
  transports: Generated<string[]>;
  backed_up: boolean;
  label: string;
  created_at: Date;
  last_used: string | null;
}

export interface PartiesPassword {
  person: string;
  hash: string;
  changed_at: Date;
}

export interface PartiesPerson {
  id: Generated<string>;
  name_ja: string;
  name_en: string;
  kana: Generated<string>;
  email: string;
  locale: Generated<string>;
  created_at: Date;
}

export interface PartiesRecovery {
  id: string;
  person: string;
  opened_by: string;
  opened_seat: string;
  opened_at: Date;
  reason: string;
  until: Date;
  link: Buffer;
  confirmed_by: string | null;
  confirmed_seat: string | null;
  confirmed_at: Date | null;
  checked: string | null;
  word: Buffer | null;
  wrong: Generated<number>;
  used_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

export interface PartiesRole {
  capacity: string;
  role: string;
  position: number;
  capacity_ja: string;
  capacity_en: string;
  short_ja: string;
  short_en: string;
  title_ja: string;
  title_en: string;
}

export interface PartiesSeat {
  id: Generated<string>;
  body: string;
  capacity: string;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesSector {
  key: string;
  name_ja: string;
  name_en: string;
  position: number;
  least_group: number;
}

export interface PartiesSuccession {
  id: string;
  body: string;
  seat: string;
  role: string;
  person: string;
  email: string;
  name_ja: string;
  name_en: string;
  day: string;
  note: string;
  needs_account: boolean;
  proposed_at: Date;
  invitation: string | null;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  accepted_by: string | null;
  accepted_at: Date | null;
  revoked_at: Date | null;
  done_at: Date | null;
}

export interface PartiesSuccessionPoint {
  succession: string;
  contact: string;
}

export interface PartiesSupervision {
  body: string;
  seat: string;
  sector: string;
  circle: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface PartiesTotp {
  person: string;
  secret: Buffer | null;
  pending: Buffer | null;
  last_step: Generated<number>;
  confirmed_at: Date | null;
}

export interface PlatformAttempt {
  what: string;
  who: Buffer;
  slot: Date;
  count: number;
}

export interface PlatformIdempotency {
  seat: string;
  key: string;
  door: string;
  body_hash: Buffer;
  status: number | null;
  answer: Json | null;
  at: Date;
}

export interface PlatformMail {
  id: Generated<string>;
  cause: string;
  person: string;
  address: string;
  locale: string;
  subject: string;
  text: string;
  created_at: Date;
  sent_at: Date | null;
  tries: Generated<number>;
  next_try: Date;
  failed: string | null;
  drill: Generated<boolean>;
  sealed: Generated<boolean>;
  answerable: Generated<boolean>;
  claimed_at: Date | null;
}

export interface PlatformMigration {
  file: string;
  sha256: string;
  at: Generated<Date>;
}

export interface PlatformOwnKey {
  kind: string;
  open: string;
  sealed: Buffer;
  made_at: Date;
}

export interface ReviewFinding {
  id: string;
  realm: string;
  year: number;
  said: string;
  decided: string;
  seat: string;
  person: string;
  at: Date;
}

export interface ReviewPublication {
  release: string;
  realm: string;
  place: number;
  seat: string;
  person: string;
  prepared_by: string;
  at: Date;
}

export interface ReviewRelease {
  id: string;
  realm: string;
  year: number;
  quarter: number | null;
  place: number;
  fewest: number;
  seat: string;
  person: string;
  at: Date;
  shown: Json;
  csv: string;
  sha256: string;
}

export interface ReviewReleaseCount {
  release: string;
  cell: string;
  n: number;
}

export interface ReviewShowcase {
  id: string;
  item: string;
  circle: string;
  consented: string;
  practice: string;
  adopting: string;
  person: string;
  at: Date;
}

export interface ReviewShowcaseAnswer {
  showcase: string;
  seat: string;
  state: string;
  at: Date;
}

export interface ReviewShowcasePublication {
  showcase: string;
  item: string;
  person: string;
  written_by: string;
  at: Date;
}

export interface SituationsCourse {
  id: string;
  situation: string;
  verb: string;
  reason: string;
  person: string;
  at: Date;
}

export interface SituationsDecision {
  id: string;
  situation: string;
  decided: string;
  options: string;
  basis: string;
  authority: string;
  decided_at: Date;
  by_ja: string;
  by_en: string;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsEntry {
  id: string;
  situation: string;
  kind: string;
  text: string;
  happened_at: Date;
  shared: boolean;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsGrouping {
  id: string;
  situation: string;
  report: string;
  sector: string;
  reason: string;
  person: string;
  at: Date;
  ended_at: Date | null;
  ended_reason: string | null;
}

export interface SituationsInquiry {
  id: string;
  situation: string;
  sector: string;
  person: string;
  at: Date;
}

export interface SituationsMeasure {
  id: string;
  situation: string;
  sector: string;
  level: string;
  quantity: string;
  low: number;
  high: number;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsReportEditor {
  item: string;
  person: string;
  at: Date;
}

export interface SituationsReportRelease {
  item: string;
  revision: number;
  seat: string;
  person: string;
  by_ja: string;
  by_en: string;
  at: Date;
}

export interface SituationsRhythm {
  situation: string;
  hours: number;
  next_due: Date;
  person: string;
  at: Date;
  told_due: Date | null;
}

export interface SituationsSectorDetail {
  state: string;
  situation: string;
  sector: string;
  text: string;
}

export interface SituationsSectorState {
  id: string;
  situation: string;
  sector: string;
  state: string;
  regions: string[];
  says: string;
  recovery: string | null;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsSharing {
  id: string;
  situation: string;
  part: string;
  declaration: string | null;
  person: string;
  at: Date;
  ended_at: Date | null;
}

export interface SituationsSituation {
  id: string;
  realm: string;
  desk: string;
  title: string;
  handling: Json;
  person: string;
  at: Date;
}

export interface SituationsSpillOver {
  id: string;
  situation: string;
  cause: string;
  effect: string;
  how: string;
  says: string;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsVerdict {
  id: string;
  situation: string;
  sector: string;
  level: string;
  verdict: string;
  seat: string;
  person: string;
  at: Date;
}

export interface SituationsWrittenReport {
  id: string;
  item: string;
  situation: string;
  number: number;
  picture: Json;
  changes: Json;
  summary: string;
  outlook: string;
  due: Date | null;
  revision: Generated<number>;
  collected_at: Date;
}

export interface SurveysAnswer {
  id: string;
  campaign: string;
  realm: string;
  seat: string;
  at: Date;
}

export interface SurveysCampaign {
  id: string;
  item: string;
  about: string;
  year: number;
  title_en: string;
  form: Json;
  codes: Json;
  asked: string;
  readers: string[];
  named: string[];
  profile: boolean;
  due: Date;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysDelegation {
  id: string;
  answer: string;
  section: string;
  to_person: string;
  to_ja: string;
  to_en: string;
  until: string | null;
  note: string | null;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
  ended_at: Date | null;
}

export interface SurveysHearing {
  id: string;
  about: string;
  realm: string;
  body: string;
  year: number;
  held_on: string;
  with_whom: string;
  notes: string;
  handling: Json;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysHearingReader {
  hearing: string;
  seat: string;
}

export interface SurveysReader {
  submission: string;
  campaign: string;
  seat: string;
  named: boolean;
}

export interface SurveysRemark {
  id: string;
  answer: string;
  section: string;
  said: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysRequest {
  id: string;
  answer: string;
  n: number;
  revisions: Json;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysSection {
  answer: string;
  key: string;
  answers: Json;
  carried: Json;
  revision: number;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysSignature {
  submission: string;
  answer: string;
  n: number;
  request: string;
  asked_by: string;
  asked_ja: string;
  asked_en: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysSubmission {
  id: string;
  campaign: string;
  realm: string;
  sector: string | null;
  answers: Json;
  late: boolean;
  at: Date;
}

export interface SurveysSubmitter {
  submission: string;
  seat: string;
  body: string;
}

export interface SurveysTurn {
  campaign: string;
  n: number;
  what: string;
  due: Date | null;
  note: string | null;
  seat: string;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

export interface SurveysWithdrawal {
  submission: string;
  why: string;
  at: Date;
}

/** Every table by its full name. */
export interface Database {
  'acting.calendar': ActingCalendar;
  'acting.epoch': ActingEpoch;
  'acting.holder': ActingHolder;
  'acting.power': ActingPower;
  'acting.realm': ActingRealm;
  'acting.realm_seat': ActingRealmSeat;
  'acting.seal_key': ActingSealKey;
  'acting.sign_in': ActingSignIn;
  'breakglass.decision': BreakglassDecision;
  'breakglass.opening': BreakglassOpening;
  'breakglass.reading': BreakglassReading;
  'breakglass.request': BreakglassRequest;
  'breakglass.told': BreakglassTold;
  'channels.agreement': ChannelsAgreement;
  'channels.aside': ChannelsAside;
  'channels.inquiry': ChannelsInquiry;
  'channels.inquiry_message': ChannelsInquiryMessage;
  'channels.inquiry_origin': ChannelsInquiryOrigin;
  'channels.inquiry_party': ChannelsInquiryParty;
  'channels.inquiry_step': ChannelsInquiryStep;
  'channels.inquiry_way': ChannelsInquiryWay;
  'channels.invitation': ChannelsInvitation;
  'channels.kind': ChannelsKind;
  'channels.member': ChannelsMember;
  'channels.message': ChannelsMessage;
  'channels.minutes': ChannelsMinutes;
  'channels.position': ChannelsPosition;
  'channels.space': ChannelsSpace;
  'channels.support': ChannelsSupport;
  'channels.support_kind': ChannelsSupportKind;
  'channels.support_step': ChannelsSupportStep;
  'channels.thread': ChannelsThread;
  'channels.view_exchange': ChannelsViewExchange;
  'channels.view_party': ChannelsViewParty;
  'channels.view_route': ChannelsViewRoute;
  'channels.view_step': ChannelsViewStep;
  'channels.word_index': ChannelsWordIndex;
  'channels.words': ChannelsWords;
  'circulation.attempt': CirculationAttempt;
  'circulation.audience': CirculationAudience;
  'circulation.beside': CirculationBeside;
  'circulation.deadline': CirculationDeadline;
  'circulation.handed': CirculationHanded;
  'circulation.item': CirculationItem;
  'circulation.item_words': CirculationItemWords;
  'circulation.reach': CirculationReach;
  'circulation.receipt': CirculationReceipt;
  'circulation.tier': CirculationTier;
  'circulation.word': CirculationWord;
  'drills.drill': DrillsDrill;
  'drills.finding': DrillsFinding;
  'drills.invited': DrillsInvited;
  'drills.observation': DrillsObservation;
  'drills.presence': DrillsPresence;
  'drills.remedy': DrillsRemedy;
  'drills.remedy_closure': DrillsRemedyClosure;
  'drills.review': DrillsReview;
  'drills.review_confirmation': DrillsReviewConfirmation;
  'drills.step': DrillsStep;
  'drills.turn': DrillsTurn;
  'exchange.approval': ExchangeApproval;
  'exchange.asking': ExchangeAsking;
  'exchange.asking_answer': ExchangeAskingAnswer;
  'exchange.asking_hand': ExchangeAskingHand;
  'exchange.confirmation': ExchangeConfirmation;
  'exchange.consent': ExchangeConsent;
  'exchange.consent_said': ExchangeConsentSaid;
  'exchange.entry': ExchangeEntry;
  'exchange.feedback': ExchangeFeedback;
  'exchange.feedback_hand': ExchangeFeedbackHand;
  'exchange.feedback_version': ExchangeFeedbackVersion;
  'exchange.known_word': ExchangeKnownWord;
  'exchange.message': ExchangeMessage;
  'exchange.obligation': ExchangeObligation;
  'exchange.obligation_start': ExchangeObligationStart;
  'exchange.offering': ExchangeOffering;
  'exchange.offering_extent': ExchangeOfferingExtent;
  'exchange.offering_pass': ExchangeOfferingPass;
  'exchange.offering_source': ExchangeOfferingSource;
  'exchange.offering_text': ExchangeOfferingText;
  'exchange.onward': ExchangeOnward;
  'exchange.provision': ExchangeProvision;
  'exchange.provision_editor': ExchangeProvisionEditor;
  'exchange.provision_material': ExchangeProvisionMaterial;
  'exchange.provision_origin': ExchangeProvisionOrigin;
  'exchange.provision_version': ExchangeProvisionVersion;
  'exchange.provision_work': ExchangeProvisionWork;
  'exchange.relay_note': ExchangeRelayNote;
  'exchange.report': ExchangeReport;
  'exchange.report_link': ExchangeReportLink;
  'exchange.report_version': ExchangeReportVersion;
  'exchange.severity': ExchangeSeverity;
  'exchange.source': ExchangeSource;
  'exchange.source_answers': ExchangeSourceAnswers;
  'exchange.source_reader': ExchangeSourceReader;
  'exchange.told_before': ExchangeToldBefore;
  'exchange.triage': ExchangeTriage;
  'exchange.urgent_release': ExchangeUrgentRelease;
  'files.attachment': FilesAttachment;
  'files.chunk': FilesChunk;
  'files.content': FilesContent;
  'files.held': FilesHeld;
  'files.reading': FilesReading;
  'forms.draft': FormsDraft;
  'journal.actor': JournalActor;
  'journal.batch': JournalBatch;
  'journal.checkpoint': JournalCheckpoint;
  'journal.cursor': JournalCursor;
  'journal.entry': JournalEntry;
  'journal.leaf': JournalLeaf;
  'journal.salt': JournalSalt;
  'mode.act': ModeAct;
  'mode.confirmation': ModeConfirmation;
  'mode.place': ModePlace;
  'mode.withdrawal': ModeWithdrawal;
  'notices.address_state': NoticesAddressState;
  'notices.mail_certificate': NoticesMailCertificate;
  'notices.mail_key': NoticesMailKey;
  'notices.notice': NoticesNotice;
  'notices.push': NoticesPush;
  'notices.push_device': NoticesPushDevice;
  'notices.return_path': NoticesReturnPath;
  'notices.setting': NoticesSetting;
  'parties.agreement': PartiesAgreement;
  'parties.agreement_answer': PartiesAgreementAnswer;
  'parties.agreement_end': PartiesAgreementEnd;
  'parties.attestation': PartiesAttestation;
  'parties.attestation_due': PartiesAttestationDue;
  'parties.body': PartiesBody;
  'parties.body_sector': PartiesBodySector;
  'parties.challenge': PartiesChallenge;
  'parties.circle': PartiesCircle;
  'parties.competence': PartiesCompetence;
  'parties.contact_point': PartiesContactPoint;
  'parties.demo': PartiesDemo;
  'parties.door_key': PartiesDoorKey;
  'parties.duty_exception': PartiesDutyException;
  'parties.duty_shift': PartiesDutyShift;
  'parties.handover': PartiesHandover;
  'parties.introduction': PartiesIntroduction;
  'parties.invitation': PartiesInvitation;
  'parties.letter': PartiesLetter;
  'parties.membership': PartiesMembership;
  'parties.passkey': PartiesPasskey;
  'parties.password': PartiesPassword;
  'parties.person': PartiesPerson;
  'parties.recovery': PartiesRecovery;
  'parties.role': PartiesRole;
  'parties.seat': PartiesSeat;
  'parties.sector': PartiesSector;
  'parties.succession': PartiesSuccession;
  'parties.succession_point': PartiesSuccessionPoint;
  'parties.supervision': PartiesSupervision;
  'parties.totp': PartiesTotp;
  'platform.attempt': PlatformAttempt;
  'platform.idempotency': PlatformIdempotency;
  'platform.mail': PlatformMail;
  'platform.migration': PlatformMigration;
  'platform.own_key': PlatformOwnKey;
  'review.finding': ReviewFinding;
  'review.publication': ReviewPublication;
  'review.release': ReviewRelease;
  'review.release_count': ReviewReleaseCount;
  'review.showcase': ReviewShowcase;
  'review.showcase_answer': ReviewShowcaseAnswer;
  'review.showcase_publication': ReviewShowcasePublication;
  'situations.course': SituationsCourse;
  'situations.decision': SituationsDecision;
  'situations.entry': SituationsEntry;
  'situations.grouping': SituationsGrouping;
  'situations.inquiry': SituationsInquiry;
  'situations.measure': SituationsMeasure;
  'situations.report_editor': SituationsReportEditor;
  'situations.report_release': SituationsReportRelease;
  'situations.rhythm': SituationsRhythm;
  'situations.sector_detail': SituationsSectorDetail;
  'situations.sector_state': SituationsSectorState;
  'situations.sharing': SituationsSharing;
  'situations.situation': SituationsSituation;
  'situations.spill_over': SituationsSpillOver;
  'situations.verdict': SituationsVerdict;
  'situations.written_report': SituationsWrittenReport;
  'surveys.answer': SurveysAnswer;
  'surveys.campaign': SurveysCampaign;
  'surveys.delegation': SurveysDelegation;
  'surveys.hearing': SurveysHearing;
  'surveys.hearing_reader': SurveysHearingReader;
  'surveys.reader': SurveysReader;
  'surveys.remark': SurveysRemark;
  'surveys.request': SurveysRequest;
  'surveys.section': SurveysSection;
  'surveys.signature': SurveysSignature;
  'surveys.submission': SurveysSubmission;
  'surveys.submitter': SurveysSubmitter;
  'surveys.turn': SurveysTurn;
  'surveys.withdrawal': SurveysWithdrawal;
}
