import { useState } from 'react';
import type { FormEvent } from 'react';
import { defuseMarkup } from '../../kernel/text.ts';
import { Button } from '../act/Button.tsx';
import { t } from '../text.ts';
import { Moment } from './Time.tsx';

/** Who said what, when. */
export interface ThreadItem {
  readonly id: string;
  readonly who: string;
  readonly at: Date | string;
  readonly text: string;
}

/** A conversation, oldest first, and a line to write in. What was written stays until it has been taken. */
export function Thread({
  items,
  onSend,
  hint,
}: {
  items: readonly ThreadItem[];
  onSend?: (text: string) => Promise<unknown>;
  hint?: string;
}) {
  const [text, setText] = useState('');
  const [waits, setWaits] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '' || onSend === undefined) return;
    setWaits(true);
    onSend(defuseMarkup(text))
      .then(
        () => setText(''),
        () => {},
      )
      .finally(() => setWaits(false));
  };
  return (
    <>
      <ol className="thread">
        {items.map((it) => (
          <li key={it.id}>
            <p className="by">
              <b>{it.who}</b>
              <Moment at={it.at} />
            </p>
            <p className="text">{it.text}</p>
          </li>
        ))}
      </ol>
      {onSend !== undefined && (
        <form className="thread-write" onSubmit={send}>
          <input
            className="input"
            aria-label={t('portal.thread.write')}
            placeholder={hint ?? t('portal.thread.write')}
            value={text}
            onChange={(e) => setText(e.target.value)}
            maxLength={4000}
          />
          <Button type="submit" small wait={waits}>
            {t('portal.thread.send')}
          </Button>
        </form>
      )}
    </>
  );
}
