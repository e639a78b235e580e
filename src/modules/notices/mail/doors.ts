import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, line } from '../../../kernel/shapes.ts';

/** A device on which one turned pushes on, as its person sees it. */
export const deviceView = z.object({
  id,
  label: z.string(),
  /** The name of the push service. */
  service: z.string(),
  addedAt: instant,
  toldAt: instant.nullable(),
  ended: z.object({ at: instant, why: z.enum(['removed', 'gone']) }).nullable(),
});
export type DeviceView = z.infer<typeof deviceView>;

const base64url = z
  .string()
  .min(16)
  .max(120)
  .regex(/^[\w-]+$/u);

/** The doors by which devices are told. */
export const deviceDoors = {
  listDevices: endpoint({
    method: 'GET',
    path: '/api/notices/devices',
    may: 'signed-in',
    says: 'The devices on which the acting person turned pushes on, latest first, with those that ended within a month; and the key that a browser needs for it, null where the house sends none.',
    output: z.object({ items: z.array(deviceView), next: z.null(), key: z.string().nullable() }),
  }),
  addDevice: endpoint({
    method: 'POST',
    path: '/api/notices/devices',
    may: 'signed-in',
    says: 'Turns pushes on for one device. They say that something waits, and nothing more. In a session only.',
    body: z.strictObject({
      endpoint: z
        .string()
        .max(1000)
        .regex(/^https:\/\/[\x21-\x7E]+$/u),
      keys: z.strictObject({ p256dh: base64url, auth: base64url }),
      label: line(80),
    }),
    output: deviceView,
    status: 201,
    refusals: ['not-by-key', 'push-off', 'push-service-unknown', 'push-keys-unfit', 'too-many-devices'],
  }),
  removeDevice: endpoint({
    method: 'DELETE',
    path: '/api/notices/devices/:id',
    may: 'signed-in',
    says: 'Turns pushes off for a device of one’s own.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: z.null(),
    status: 204,
  }),
} as const;
