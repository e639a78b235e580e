import { useGet } from '../../../portal/data/query.ts';
import { addressOf } from '../../../portal/client.ts';
import { realm } from '../../../portal/data/realm.ts';
import { Icon } from '../../../portal/show/Icon.tsx';
import { t } from '../../../portal/text.ts';
import { filesDoors } from '../contract.ts';
import { sizeOf } from './words.ts';
import './files.css';

/** The files of one version of a report or provision, for whoever sees it; nothing at all where it has none. */
export function Attachments({ item, level = 2 }: { item: string; level?: 2 | 3 }) {
  const files = useGet(filesDoors.listAttachments, { params: { id: item } }).data?.items ?? [];
  const Heading = `h${level}` as const;
  if (files.length === 0) return null;
  return (
    <section className="stack-s" aria-label={t('files.title')}>
      <Heading>{t('files.title')}</Heading>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.id} className="file">
            <span className="file-name">
              <a href={copyAt(file.id)} download={file.name} aria-label={t('files.take', { name: file.name })}>
                {file.name}
              </a>
            </span>
            <span className="small dim number">{sizeOf(file.size)}</span>
          </li>
        ))}
      </ul>
      <p className="small dim no-print">
        <Icon name="warn" /> {t('files.warn')}
      </p>
    </section>
  );
}

/** Where a copy is to be had, in the realm one is in. */
const copyAt = (id: string): string => addressOf(filesDoors.takeCopy.path, { id }, { realm: realm() });
