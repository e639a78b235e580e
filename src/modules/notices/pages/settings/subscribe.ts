/** What a browser gives out when it lets itself be told. */
export interface Subscribed {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Whether this browser can be told by push at all; on a plain address it cannot. */
export const canPush = (): boolean =>
  isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

interface TrustedPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

// The one script that is loaded by name. A browser that guards such names takes it from a policy that knows no other.
const worker = '/push-worker.js';
let named: string | undefined;
const workerName = (): string => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedPolicies };
  named ??=
    trustedTypes === undefined
      ? worker
      : trustedTypes.createPolicy('noroshi-push-worker', { createScriptURL: () => worker }).createScriptURL(worker);
  return named;
};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.codePointAt(0) ?? 0);

/** Asks the person and the browser; null where either says no. */
export const subscribe = async (key: string): Promise<Subscribed | null> => {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(workerName());
  const { pushManager } = await navigator.serviceWorker.ready;
  const given = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  const { endpoint, keys } = given.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return null;
  return { endpoint, keys: { p256dh, auth } };
};
