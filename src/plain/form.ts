import type { Context } from 'hono';
import { Refusal } from '../kernel/refusal.ts';
import { bodyText, refuseForeignPage } from '../platform/http/request.ts';

/** A form as it was sent: its fields by name, and the text it was read from. */
export interface Sent {
  readonly text: string;
  field(name: string): string;
}

/** Reads a form. Refuses one that a foreign page could have sent, and anything that is no form. */
export const sentForm = async (c: Context, publicOrigin: string): Promise<Sent> => {
  refuseForeignPage(c, publicOrigin);
  if (!/^application\/x-www-form-urlencoded\b/iu.test(c.req.header('content-type') ?? ''))
    throw new Refusal('not-a-form', {}, 415);
  const text = await bodyText(c);
  const fields = new URLSearchParams(text);
  // Browsers send line breaks as CRLF; the shapes make them LF.
  return { text, field: (name) => fields.get(name) ?? '' };
};

/** An address to go back to: one of these pages, never another place. */
export const backTo = (asked: string): string =>
  /^\/plain(?:[/?][\w\-./?=&%]*)?$/u.test(asked) && !asked.includes('//') ? asked : '/plain';
