import { request } from 'node:https';
import type { Pusher } from '../../modules/notices/index.ts';
import { isPushAddress, sealPush, vapidHead } from '../../platform/work/web-push.ts';
import type { Reach } from './reach.ts';

/** By whom pushes are sent, where to, and how names are reached. */
export interface PushOffice {
  /** The secret half of the house's key, PEM. */
  readonly secret: string;
  /** `mailto:` or `https:` address at which a push service reaches the operator. */
  readonly contact: string;
  readonly hosts: readonly string[];
  readonly reach: Reach;
  /** An authority besides those that Node knows. */
  readonly ca?: string;
}

const patience = 10_000;
const aDay = 86_400;

/** Sends to push services: one request, no redirect followed, nothing of the answer read but its status. */
export const openPusher =
  (office: PushOffice): Pusher =>
  async (device, text, { urgent, now }) => {
    if (!isPushAddress(device.endpoint, office.hosts))
      throw Object.assign(new Error('not a push service'), { code: 'address-unfit' });
    const { hostname, pathname, search } = new URL(device.endpoint);
    const { address, port } = await office.reach(hostname);
    const body = sealPush(text, device);
    return new Promise((done, fail) => {
      const call = request({
        host: address,
        port,
        servername: hostname,
        path: `${pathname}${search}`,
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(office.ca === undefined ? {} : { ca: office.ca }),
        headers: {
          Host: hostname,
          Authorization: vapidHead(device.endpoint, office.secret, office.contact, now),
          'Content-Encoding': 'aes128gcm',
          'Content-Type': 'application/octet-stream',
          'Content-Length': body.length,
          TTL: String(aDay),
          Urgency: urgent ? 'high' : 'normal',
        },
      });
      call.on('response', (answer) => {
        answer.destroy();
        done(answer.statusCode ?? 0);
      });
      call.on('error', fail);
      call.end(body);
    });
  };
