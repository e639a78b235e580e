import { join } from '../../platform/http/door.ts';
import { correctMessage } from './commands/correct-message.ts';
import { askInquiry, closeInquiry, remindInquiry, sayInInquiry } from './commands/inquiries.ts';
import { endInvitation, inviteToSpace, inviteToThread } from './commands/invite.ts';
import { openSpace } from './commands/open-space.ts';
import { openThread } from './commands/open-thread.ts';
import { sendMessage } from './commands/send-message.ts';
import { agreeOutcome, answerSupport, beginSupport, proposeOutcome, workOnSupport } from './commands/supports.ts';
import {
  agreeMinutes,
  answerViews,
  askViews,
  closeViews,
  dateViews,
  holdViews,
  passViewsOn,
  recordViews,
} from './commands/views.ts';
import { withdrawMessage } from './commands/withdraw-message.ts';
import { channelsDoors } from './contract.ts';
import { findMessages } from './queries/find.ts';
import { addressees, listInquiries, showInquiry } from './queries/inquiries.ts';
import { showThread } from './queries/show-thread.ts';
import { listKinds, listSpaces, showSpace } from './queries/spaces.ts';
import { listSupports, showSupport, supportWays } from './queries/supports.ts';
import { listThreads, unread } from './queries/threads.ts';
import { listViews, showView, viewsToAsk } from './queries/views.ts';

/** The channels' doors and what answers them. */
export const channelsRoutes = join(channelsDoors, {
  listSpaces: (acting, { query }) => listSpaces(acting, query),
  listKinds: (acting) => listKinds(acting),
  openSpace: (acting, { body }) => openSpace(acting, body),
  showSpace: (acting, { params }) => showSpace(acting, params.id),
  listThreads: (acting, { query }) => listThreads(acting, query),
  unread: (acting) => unread(acting),
  openThread: (acting, { params, body }) => openThread(acting, params.id, body),
  showThread: (acting, { params, query }) => showThread(acting, params.id, query),
  sendMessage: (acting, { params, body }) => sendMessage(acting, params.id, body),
  correctMessage: (acting, { params, body }) => correctMessage(acting, params.id, body),
  withdrawMessage: (acting, { params }) => withdrawMessage(acting, params.id),
  findMessages: (acting, { query }) => findMessages(acting, query),
  invite: (acting, { params, body }) => inviteToSpace(acting, params.id, body),
  inviteToThread: (acting, { params, body }) => inviteToThread(acting, params.id, body),
  endInvitation: (acting, { params }) => endInvitation(acting, params.id),
  listViews: (acting, { query }) => listViews(acting, query),
  viewsToAsk: (acting) => viewsToAsk(acting),
  askViews: (acting, { body }) => askViews(acting, body),
  showView: (acting, { params }) => showView(acting, params.id),
  passViewsOn: (acting, { params }) => passViewsOn(acting, params.id),
  answerViews: (acting, { params, body }) => answerViews(acting, params.id, body),
  dateViews: (acting, { params, body }) => dateViews(acting, params.id, body),
  holdViews: (acting, { params }) => holdViews(acting, params.id),
  recordViews: (acting, { params, body }) => recordViews(acting, params.id, body.text),
  agreeMinutes: (acting, { params, body }) => agreeMinutes(acting, params.id, body.revision),
  listSupports: (acting, { query }) => listSupports(acting, query),
  supportWays: (acting) => supportWays(acting),
  beginSupport: (acting, { body }) => beginSupport(acting, body),
  showSupport: (acting, { params }) => showSupport(acting, params.id),
  answerSupport: (acting, { params, body }) => answerSupport(acting, params.id, body),
  workOnSupport: (acting, { params, body }) => workOnSupport(acting, params.id, body.note),
  proposeOutcome: (acting, { params, body }) => proposeOutcome(acting, params.id, body.note),
  agreeOutcome: (acting, { params, body }) => agreeOutcome(acting, params.id, body.outcome),
  listInquiries: (acting, { query }) => listInquiries(acting, query),
  addressees: (acting, { query }) => addressees(acting, query),
  askInquiry: (acting, { body }) => askInquiry(acting, body),
  showInquiry: (acting, { params }) => showInquiry(acting, params.id),
  sayInInquiry: (acting, { params, body }) => sayInInquiry(acting, params.id, body),
  remindInquiry: (acting, { params }) => remindInquiry(acting, params.id),
  closeInquiry: (acting, { params }) => closeInquiry(acting, params.id),
  closeViews: (acting, { params }) => closeViews(acting, params.id),
});
