import { Button } from '../../../../portal/act/Button.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import type { ProvisionStage, ProvisionView } from '../../shapes/provision.ts';

/** What a version is, in words. */
export const stageName = (stage: ProvisionStage): string =>
  ({
    first: t('exchange.version.first'),
    update: t('exchange.version.update'),
    correction: t('exchange.version.correction'),
    recall: t('exchange.version.recall'),
  })[stage];

/** Said at the head of what was called back, of a correction, and of a version that a later one has followed. */
export function VersionNote({ it }: { it: ProvisionView }) {
  const last = it.versions.findLast((one) => one.sentAt !== null);
  if (it.recalled !== null) {
    return (
      <Note tone="late">
        <b>{rich('exchange.version.recalled', { by: it.recalled.by, when: <Moment at={it.recalled.at} /> })}</b>{' '}
        {it.stage === 'recall' ? t('exchange.version.recalled.says') : t('exchange.version.recalled.desk')}
      </Note>
    );
  }
  if (it.sentAt !== null && last !== undefined && last.item !== it.item)
    return <Note tone="soon">{t('exchange.version.earlier')}</Note>;
  if (it.stage === 'correction') return <Note tone="soon">{t('exchange.version.corrects')}</Note>;
  return null;
}

/** The versions that the reader may see; nothing when there is only one. */
export function ProvisionVersions({ it, choose }: { it: ProvisionView; choose: (item: string) => void }) {
  if (it.versions.length < 2) return null;
  return (
    <Panel title={t('exchange.version.title')}>
      <ol className="ruled small">
        {it.versions.toReversed().map((one) => (
          <li key={one.item} className="stack-s">
            <p className="split">
              <b>{stageName(one.stage)}</b>
              {one.sentAt === null ? <Tag>{t('exchange.draft')}</Tag> : <Moment at={one.sentAt} />}
            </p>
            <p>{one.title}</p>
            {one.item === it.item ? (
              <p className="dim">{t('exchange.version.shown')}</p>
            ) : (
              <p>
                <Button small onPress={() => choose(one.item)}>
                  {t('exchange.version.show', { version: stageName(one.stage) })}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
