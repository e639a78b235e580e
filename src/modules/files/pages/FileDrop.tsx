import { useId, useRef, useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { wordsOf } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Tag } from '../../../portal/show/Tag.tsx';
import { t } from '../../../portal/text.ts';
import { type BroughtFile, mostFiles } from '../contract.ts';
import { foundWords, sizeOf } from './words.ts';
import './files.css';

/** A file that is there already. */
export interface FileThere {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

interface Refused {
  readonly name: string;
  readonly error: unknown;
}

/**
 * Files of something that is being written: put them here or choose them; each is looked through, and what was taken out of it
 * or why it was not taken is said at once. One after another, so that what comes first also stands first.
 */
export function FileDrop({
  files,
  bring,
  remove,
}: {
  files: readonly FileThere[];
  bring: (file: File) => Promise<BroughtFile>;
  remove: (id: string) => Promise<unknown>;
}) {
  const input = useId();
  const heading = useId();
  const [over, setOver] = useState(false);
  const [coming, setComing] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [told, setTold] = useState<readonly BroughtFile[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const one = async (file: File): Promise<void> => {
    try {
      const brought = await bring(file);
      setTold((before) => [...before, brought]);
      say(`${brought.name} ${brought.found.length === 0 ? t('files.found.none') : t('files.found')}`);
    } catch (error) {
      setRefused((before) => [...before, { name: file.name, error }]);
    }
    setComing((before) => before.filter((_, i) => i !== before.indexOf(file.name)));
  };
  const all = async (before: Promise<void>, chosen: readonly File[]): Promise<void> => {
    await before;
    for (const file of chosen) await one(file);
  };
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])];
    setComing((before) => [...before, ...chosen.map((file) => file.name)]);
    turn.current = all(turn.current, chosen);
  };
  return (
    <section aria-labelledby={heading} className="stack">
      <h2 id={heading}>{t('files.title')}</h2>
      <p className="small dim">{t('files.cleaned')}</p>
      {files.length > 0 && (
        <ul className="file-list">
          {files.map((file) => (
            <li key={file.id} className="file">
              <span className="file-name">{file.name}</span>
              <span className="small dim number">{sizeOf(file.size)}</span>
              <Button small onPress={() => void remove(file.id).catch((error: unknown) => say(wordsOf(error).title))}>
                {t('files.remove', { name: file.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {told.some((it) => it.found.length > 0) && (
        <Note tone="info">
          {told
            .filter((it) => it.found.length > 0)
            .map((it) => (
              <p key={it.id}>
                <b>{it.name}</b> {t('files.found')}: {foundWords(it.found)}
              </p>
            ))}
        </Note>
      )}
      {refused.map(({ name, error }, i) => {
        const { title, way } = wordsOf(error);
        const key = `${name}-${i}`;
        return (
          <div role="alert" key={key}>
            <Note
              tone="late"
              action={
                <Button small onPress={() => setRefused((before) => before.filter((_, k) => k !== i))}>
                  {t('files.again')}
                </Button>
              }
            >
              <b>
                {name} {title}
              </b>{' '}
              {way}
            </Note>
          </div>
        );
      })}
      {files.length < mostFiles && (
        <label
          htmlFor={input}
          className={over ? 'file-drop over' : 'file-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files);
          }}
        >
          <input
            id={input}
            type="file"
            multiple
            className="unseen-by-eye"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <span className="file-choose">{t('files.add')}</span>
          <span>{t('files.drop')}</span>
          <span className="small dim">{t('files.limits', { n: mostFiles })}</span>
        </label>
      )}
      <div aria-live="polite">
        {coming.map((name, i) => {
          const key = `${name}-${i}`;
          return (
            <p key={key} className="small">
              {name} <Tag>{t('files.bringing')}</Tag>
            </p>
          );
        })}
      </div>
    </section>
  );
}
