import { Refusal } from '../../kernel/refusal.ts';
import { join } from '../../platform/http/door.ts';
import { acceptSeat } from './commands/accounts/accept-seat.ts';
import { endHolder } from './commands/accounts/end-holder.ts';
import { enrolBody } from './commands/accounts/enrol-body.ts';
import { invite } from './commands/accounts/invite.ts';
import { joinByPasskey, joinByPassword, offered, offerJoining, offerJoiningCode } from './commands/accounts/join.ts';
import { revokeInvitation } from './commands/accounts/revoke-invitation.ts';
import { answerAgreement } from './commands/agreements/answer-agreement.ts';
import { endAgreement } from './commands/agreements/end-agreement.ts';
import { gatherCircle } from './commands/agreements/gather-circle.ts';
import { introduce } from './commands/agreements/introduce.ts';
import { proposeAgreement } from './commands/agreements/propose-agreement.ts';
import { attest } from './commands/contacts/attest.ts';
import { addContact } from './commands/contacts/add-contact.ts';
import { changeContact } from './commands/contacts/change-contact.ts';
import { endContact } from './commands/contacts/end-contact.ts';
import { verifyContact } from './commands/contacts/verify-contact.ts';
import { addPasskey, offerNewPasskey } from './commands/credentials/add-passkey.ts';
import { removePasskey } from './commands/credentials/remove-passkey.ts';
import { setPassword } from './commands/credentials/set-password.ts';
import { confirmTotp, offerTotp } from './commands/credentials/set-totp.ts';
import { confirmHandover } from './commands/handover/confirm-handover.ts';
import { proposeHandover } from './commands/handover/propose-handover.ts';
import { revokeHandover } from './commands/handover/revoke-handover.ts';
import { createKey } from './commands/keys/create-key.ts';
import { endAllKeys, endKey } from './commands/keys/end-key.ts';
import { confirmRecovery } from './commands/recovery/confirm-recovery.ts';
import { openRecovery } from './commands/recovery/open-recovery.ts';
import {
  offerRecovering,
  offerRecoveringCode,
  recoverByPasskey,
  recoverByPassword,
  recoveryOffer,
} from './commands/recovery/recover.ts';
import { revokeRecovery } from './commands/recovery/revoke-recovery.ts';
import { addException, addShift, endException, endShift } from './commands/roster/keep-roster.ts';
import { changeMe } from './commands/sign-in/change-me.ts';
import { endSession, signOut } from './commands/sign-in/end-session.ts';
import { offerPasskey, signInByPasskey } from './commands/sign-in/sign-in-by-passkey.ts';
import { signInByPassword } from './commands/sign-in/sign-in-by-password.ts';
import { switchSeat } from './commands/sign-in/switch-seat.ts';
import { acceptSuccession } from './commands/succession/accept-succession.ts';
import { inviteSuccessor } from './commands/succession/invite-successor.ts';
import { proposeSuccession } from './commands/succession/propose-succession.ts';
import { revokeSuccession } from './commands/succession/revoke-succession.ts';
import { theVault } from './commands/sign-in/vault.ts';
import { partiesDoors } from './contract.ts';
import { invitations, offerView, people } from './queries/accounts.ts';
import { agreementById, agreements } from './queries/agreements.ts';
import { contacts } from './queries/contacts/contacts.ts';
import { credentials, keys } from './queries/credentials.ts';
import { bodies, bodyById, circles } from './queries/directory.ts';
import { competences, handovers } from './queries/handovers.ts';
import { recoveries } from './queries/recoveries.ts';
import { onDuty, roster } from './queries/contacts/duty.ts';
import { freshness } from './queries/contacts/freshness.ts';
import { hubs, introductions } from './queries/hubs.ts';
import { successionPreview } from './queries/succession/preview.ts';
import { successions } from './queries/succession/successions.ts';
import { dutyDesks, roles, session, sessions } from './queries/session.ts';

/** The doors of this room with what answers them. */
export const partiesRoutes = join(partiesDoors, {
  showSession: session,
  signInByPassword: (visitor, { body }) => signInByPassword(theVault())(visitor, body),
  offerPasskey,
  signInByPasskey: (visitor, { body }) => signInByPasskey(theVault())(visitor, body),
  signOut,
  switchSeat: (acting, { body }) => switchSeat(acting, body),
  listSessions: sessions,
  endSession: (acting, { params }) => endSession(acting, params),
  changeMe: (acting, { body }) => changeMe(acting, body),
  dutyDesks,

  listCredentials: credentials,
  offerNewPasskey,
  addPasskey: (acting, { body }) => addPasskey(acting, body),
  removePasskey: (acting, { params }) => removePasskey(acting, params),
  setPassword: (acting, { body }) => setPassword(theVault())(acting, body),
  offerTotp: (acting) => offerTotp(theVault())(acting),
  confirmTotp: (acting, { body }) => confirmTotp(theVault())(acting, body),
  createKey: (acting, { body }) => createKey(acting, body),
  listKeys: keys,
  endKey: (acting, { params }) => endKey(acting, params),
  endAllKeys,

  enrolBody: (acting, { body }) => enrolBody(acting, body),
  invite: (acting, { body }) => invite(acting, body),
  listInvitations: (acting, { query }) => invitations(acting, query),
  revokeInvitation: (acting, { params }) => revokeInvitation(acting, params),
  listPeople: (acting, { query }) => people(acting, query),
  endHolder: (acting, { params }) => endHolder(acting, params),
  showInvitation: async (visitor, { body }) => {
    const offer = await offered(visitor, body.secret);
    return offer instanceof Refusal ? offer : offerView(offer);
  },
  offerJoining: (visitor, { body }) => offerJoining(visitor, body),
  joinByPasskey: (visitor, { body }) => joinByPasskey(theVault())(visitor, body),
  offerJoiningCode: (visitor, { body }) => offerJoiningCode(theVault())(visitor, body),
  joinByPassword: (visitor, { body }) => joinByPassword(theVault())(visitor, body),
  acceptSeat: (acting, { body }) => acceptSeat(acting, body),

  openRecovery: (acting, { body }) => openRecovery(acting, body),
  listRecoveries: (acting, { query }) => recoveries(acting, query),
  confirmRecovery: (acting, { params, body }) => confirmRecovery(theVault())(acting, { ...params, ...body }),
  revokeRecovery: (acting, { params }) => revokeRecovery(acting, params),
  showRecovery: async (visitor, { body }) => {
    const it = await recoveryOffer(visitor, body.secret);
    if (it instanceof Refusal) return it;
    return { email: it.email, name: { ja: it.name_ja, en: it.name_en }, until: it.until.toISOString() };
  },
  offerRecovering: (visitor, { body }) => offerRecovering(visitor, body),
  recoverByPasskey: (visitor, { body }) => recoverByPasskey(theVault())(visitor, body),
  offerRecoveringCode: (visitor, { body }) => offerRecoveringCode(theVault())(visitor, body),
  recoverByPassword: (visitor, { body }) => recoverByPassword(theVault())(visitor, body),

  proposeHandover: (acting, { body }) => proposeHandover(acting, body),
  listHandovers: (acting, { query }) => handovers(acting, query),
  listCompetences: competences,
  confirmHandover: (acting, { params }) => confirmHandover(acting, params),
  revokeHandover: (acting, { params }) => revokeHandover(acting, params),

  previewSuccession: (acting, { query }) => successionPreview(acting, query),
  proposeSuccession: (acting, { body }) => proposeSuccession(acting, body),
  listSuccessions: (acting, { query }) => successions(acting, query),
  inviteSuccessor: (acting, { params }) => inviteSuccessor(acting, params),
  acceptSuccession: (acting, { params, body }) => acceptSuccession(acting, { ...params, ...body }),
  revokeSuccession: (acting, { params }) => revokeSuccession(acting, params),

  listBodies: (acting, { query }) => bodies(acting, query),
  showBody: (acting, { params }) => bodyById(acting, params.id),
  listCircles: circles,
  listRoles: async (acting) => ({ items: await roles(acting), next: null }),
  listContacts: (acting, { query }) => contacts(acting, query),
  addContact: (acting, { body }) => addContact(acting, body),
  changeContact: (acting, { params, body }) => changeContact(acting, { ...params, ...body }),
  endContact: (acting, { params }) => endContact(acting, params),
  verifyContact: (acting, { params }) => verifyContact(acting, params),

  showRoster: (acting, { query }) => roster(acting, query.body),
  addShift: (acting, { body }) => addShift(acting, body),
  endShift: (acting, { params }) => endShift(acting, params.id),
  addException: (acting, { body }) => addException(acting, body),
  endException: (acting, { params }) => endException(acting, params.id),
  onDuty,
  attest: (acting, { body }) => attest(acting, body),
  listFreshness: freshness,

  listHubs: hubs,
  introduce: (acting, { body }) => introduce(acting, body),
  listIntroductions: (acting, { query }) => introductions(acting, query),
  gatherCircle: (acting, { body }) => gatherCircle(acting, body),
  listAgreements: (acting, { query }) => agreements(acting, query),
  showAgreement: (acting, { params }) => agreementById(acting, params.id),
  proposeAgreement: (acting, { body }) => proposeAgreement(acting, body),
  answerAgreement: (acting, { params, body }) => answerAgreement(acting, params.id, body),
  endAgreement: (acting, { params, body }) => endAgreement(acting, params.id, body),
});
