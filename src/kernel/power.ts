/**
 * What someone may be allowed to do, as the house knows it. Which capacity and role holds which power is the
 * programme's data (`capacities.yaml`), so another country maps its own offices without touching code.
 */
export const powers = [
  /** writes and sends failure reports for one's own body */
  'file-reports',
  /** is the first to receive reports of a sector; relays them upwards or returns them with a question */
  'relay-reports',
  /** types in what a body of its part, or at the centre any, has said by telephone or fax, in that body's name */
  'enter-reports',
  /** receives relayed reports at the centre and decides what becomes of them */
  'triage-reports',
  /** drafts provisions, previews their audience, sends them */
  'draft-provisions',
  /** approves a provision that another person drafted */
  'approve-provisions',
  /** receives provisions and acknowledges them */
  'receive-provisions',
  /** passes what came down, a provision or a survey, on to the tier below */
  'relay-provisions',
  /** knows every body of the programme, and may address any of them; a hub addresses those its agreements cover */
  'know-bodies',
  /** proposes, accepts and ends agreements for one's own seat */
  'keep-agreements',
  /** reads the programme's figures beyond what one's own rows say */
  'read-figures',
  /** prepares and approves what is published of the figures, and records the yearly review of the regime */
  'publish-figures',
  /** keeps the contact points of one's own body */
  'keep-contacts',
  /** vouches for a colleague of the same body who has lost every way in: the second person of a recovery */
  'confirm-recovery',
  /** confirms, as a second person, that another seat answers for a sector from a day on */
  'confirm-handover',
  /** reads and writes in the spaces of which the seat is a part */
  'take-part',
  /** lets a guest into such a space, for a time */
  'invite-guests',
  /** declares, widens, narrows and stands down an operating mode; it takes a second person */
  'declare-mode',
  /** confirms an act of mode that another person of the same desk began */
  'confirm-mode',
  /** takes its place at the picture that is shared while another mode is in force */
  'join-mode',
  /** plans drills and exercises, pauses, resumes and closes them, writes what they taught */
  'plan-drills',
  /** opens, as a second person, a drill that somebody of the same desk planned, and confirms its review */
  'open-drills',
  /** plans survey campaigns, extends and closes them, and records hearings */
  'plan-surveys',
  /** opens, as a second person, a campaign that somebody of the same desk planned */
  'open-surveys',
  /** fills in the answer of one's own body, lets colleagues fill in a part, asks for its signature */
  'answer-surveys',
  /** signs, as a second person, the answer of one's own body, and takes it back */
  'sign-surveys',
  /** keeps situations at the centre: opens, groups, shares, asks, writes decisions down */
  'keep-situations',
  /** writes on the shared picture of a situation: how one's own sector stands, and what one knows */
  'share-picture',
  /** asks, with a reason and a ground of the programme's, to see for some hours what its seat may not see */
  'ask-break-glass',
  /** decides, as a second person of another seat, whether somebody who asked may see what it sees itself */
  'allow-break-glass',
  /** sees every such request and what came of it, and none of what was opened */
  'audit-break-glass',
  /** invites people, ends their seats, keeps bodies: accounts and machines, never content */
  'manage-accounts',
] as const;

export type Power = (typeof powers)[number];

/** Who may use a door: anyone, anyone signed in, or who holds the power. */
export type May = 'anyone' | 'signed-in' | Power;
