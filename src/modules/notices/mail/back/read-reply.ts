/** What a reply may say to be taken for a receipt, and nothing else: one of these words alone on its first line. */
const words = new Set([
  '受領',
  '受領しました',
  '受領いたしました',
  '受け取りました',
  '了解',
  '了解しました',
  '確認しました',
  'received',
  'receipt',
  'ack',
  'acknowledged',
]);

const longestLine = 60;

/** Whether a reply says that the notice was received: its first line that is neither empty nor quoted is one of the words. */
export const saysReceived = (text: string): boolean => {
  const first = text
    .slice(0, 4_000)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^[>＞|]/u.test(line));
  if (first === undefined || first.length > longestLine) return false;
  return words.has(
    first
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s.。、,!「」"']+/gu, ''),
  );
};

/** What the post says of a letter that it could not deliver for good, as `5.1.1`; null where it says anything else (RFC 3464). */
export const failureOf = (deliveryStatus: string): string | null => {
  const text = deliveryStatus.slice(0, 20_000);
  if (!/^action:[ \t]*failed[ \t]*$/imu.test(text)) return null;
  return /^status:[ \t]*(5\.\d{1,3}\.\d{1,3})/imu.exec(text)?.[1] ?? null;
};

/** What tells a machine's mail from a person's. */
export interface MailHeads {
  readonly autoSubmitted: string | null;
  readonly precedence: string | null;
  readonly listId: string | null;
  readonly envelopeFrom: string;
}

/** Whether no person wrote it: answering machines, lists, the post itself. */
export const isAutomatic = (it: MailHeads): boolean =>
  it.envelopeFrom === '' ||
  it.listId !== null ||
  (it.autoSubmitted !== null && it.autoSubmitted.trim().toLowerCase() !== 'no') ||
  /^(?:bulk|junk|list|auto_reply)$/iu.test(it.precedence?.trim() ?? '');
