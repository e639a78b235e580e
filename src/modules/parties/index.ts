/** The door of the parties room: founding, people, sign-in and the room's doors. */
export { writeInvitation } from './commands/accounts/invite.ts';
export { appoint, type Appointment } from './commands/founding/appoint.ts';
export { enrol, type Enrolment } from './commands/founding/enrol.ts';
export { establish } from './commands/founding/establish.ts';
export { declareDemo, keysForDemo } from './commands/founding/demo.ts';
export { demoRoutes, type Persona } from './commands/sign-in/enter-as.ts';
export { applicationSecret, installVault, openVault, type Vault } from './commands/sign-in/vault.ts';
export { takeDueHandovers } from './commands/handover/due-handovers.ts';
export { noteSuccessions } from './commands/succession/due-successions.ts';
export { type CallList, callLists, dutyHours } from './queries/contacts/calling.ts';
export { chaseContacts } from './jobs.ts';
export { partiesRoutes } from './routes.ts';
export { inviteFirstAdministrator } from './commands/founding/first-administrator.ts';
export { installLetters, type LetterOffice } from './commands/letters/office.ts';
export { postLetters } from './commands/letters/post-letters.ts';
