import { join } from '../../platform/http/door.ts';
import { changeSetting } from './commands/change-setting.ts';
import { settleNotices } from './commands/settle-notices.ts';
import { noticesDoors } from './contract.ts';
import { listNotices, unreadNotices } from './queries/notices.ts';
import { showSetting } from './queries/setting.ts';

/** The doors of this room and what answers them. */
export const noticesRoutes = join(noticesDoors, {
  unreadNotices: (acting) => unreadNotices(acting),
  listNotices: (acting, { query }) => listNotices(acting, query),
  settleNotices: (acting, { body }) => settleNotices(acting, body),
  showSetting: (acting) => showSetting(acting),
  changeSetting: (acting, { body }) => changeSetting(acting, body),
});
