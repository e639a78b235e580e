import { join } from '../../platform/http/door.ts';
import { changeSetting } from './commands/change-setting.ts';
import { addDevice, removeDevice } from './commands/devices/change-devices.ts';
import { bringCertificate } from './commands/keys/bring-certificate.ts';
import { bringKey } from './commands/keys/bring-key.ts';
import { chooseCertificateContent, takeBackCertificate } from './commands/keys/change-certificate.ts';
import { chooseContent, takeBackKey } from './commands/keys/change-key.ts';
import { settleNotices } from './commands/settle-notices.ts';
import { writeAgain } from './commands/write-again.ts';
import { noticesDoors } from './contract.ts';
import { devices } from './queries/devices.ts';
import { showKeys } from './queries/mail-key.ts';
import { listNotices, unreadNotices } from './queries/notices.ts';
import { showSetting } from './queries/setting.ts';

/** The doors of this room and what answers them. */
export const noticesRoutes = join(noticesDoors, {
  unreadNotices: (acting) => unreadNotices(acting),
  listNotices: (acting, { query }) => listNotices(acting, query),
  settleNotices: (acting, { body }) => settleNotices(acting, body),
  showSetting: (acting) => showSetting(acting),
  changeSetting: (acting, { body }) => changeSetting(acting, body),
  writeAgain: async (acting) => {
    await writeAgain(acting);
    return {};
  },
  listDevices: (acting) => devices(acting),
  addDevice: (acting, { body }) => addDevice(acting, body),
  removeDevice: (acting, { params }) => removeDevice(acting, params.id),
  showKeys: (acting) => showKeys(acting),
  bringKey: (acting, { body }) => bringKey(acting, body),
  chooseContent: async (acting, { body }) => {
    await chooseContent(acting, body.content);
    return body;
  },
  takeBackKey: async (acting) => {
    await takeBackKey(acting);
    return {};
  },
  bringCertificate: (acting, { body }) => bringCertificate(acting, body),
  chooseCertificateContent: async (acting, { body }) => {
    await chooseCertificateContent(acting, body.content);
    return body;
  },
  takeBackCertificate: async (acting) => {
    await takeBackCertificate(acting);
    return {};
  },
});
