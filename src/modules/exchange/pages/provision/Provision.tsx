import { useState } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { meaning } from '../../../../portal/show/MarkingChip.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { strictnessOf } from '../../../../kernel/marking.ts';
import { rich, t } from '../../../../portal/text.ts';
import { Sight } from '../../../circulation/pages/index.ts';
import { Attachments } from '../../../files/pages/index.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import { stateWord } from '../lists/provisionColumns.tsx';
import { useWords } from '../words/programme.ts';
import type { Words } from '../words/programme.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { DeskSide } from './desk/DeskSide.tsx';
import { DraftText } from './desk/DraftText.tsx';
import { Stages } from './desk/Stages.tsx';
import { Feedback } from './feedback/Feedback.tsx';
import { ProvisionFacts } from './ProvisionFacts.tsx';
import { ProvisionVersions, stageName, VersionNote } from './Versions.tsx';
import { RelayOn } from './RelayOn.tsx';
import { Spoken } from './Spoken.tsx';
import '../exchange.css';

/** A provision for its audience, and for the desk that wrote it its own side too. */
export default function Provision({ params }: PageProps) {
  const [version, choose] = useState<string>();
  const provision = useGet(exchangeDoors.showProvision, {
    params: { id: params['id'] ?? '' },
    query: version === undefined ? {} : { version },
  });
  const words = useWords();
  return <Answer of={provision}>{(it) => <Reading key={it.item} it={it} words={words} choose={choose} />}</Answer>;
}

function Reading({ it, words, choose }: { it: ProvisionView; words: Words; choose: (item: string) => void }) {
  const draft = it.sentAt === null;
  const audience = useGet(
    exchangeDoors.previewAudience,
    { params: { id: it.id } },
    { enabled: draft && it.desk !== null },
  );
  return (
    <>
      <PageHead
        title={it.title}
        mark={it.handling}
        crumbs={[
          { label: t('exchange.nav.provisions'), href: '/provisions' },
          { label: words.code('provision-kind', it.kind) },
          { label: it.reference },
        ]}
        tags={
          draft || it.stage !== 'first' ? (
            <>
              {it.stage !== 'first' && <Tag>{stageName(it.stage)}</Tag>}
              {draft && <Tag>{stateWord(it.state)}</Tag>}
            </>
          ) : undefined
        }
        meta={
          <>
            {it.sentAt !== null && (
              <span>{rich('exchange.provision.sent-at', { when: <Moment at={it.sentAt} /> })}</span>
            )}
            <span>{meaning(strictnessOf(it.handling))}</span>
          </>
        }
      />
      <VersionNote it={it} />
      {draft && <Stages it={it} warnings={audience.data?.warnings ?? []} />}
      <div className="beside">
        <div className="stack-l">
          <section aria-labelledby="text">
            <h2 id="text" className="unseen-by-eye">
              {t('exchange.provision.text')}
            </h2>
            {draft ? (
              <DraftText it={it} warnings={audience.data?.warnings ?? []} words={words} />
            ) : (
              <div className="provision-text">{it.body}</div>
            )}
          </section>
          <Attachments item={it.item} />
          <ProvisionFacts it={it} words={words} />
        </div>
        <aside className="stack" aria-label={t('exchange.report.to-do')}>
          <ProvisionVersions it={it} choose={choose} />
          {it.receipt !== null && <Spoken receipt={it.receipt.id} words={words} />}
          {it.receipt !== null && <Acknowledge key={it.receipt.id} receipt={it.receipt} words={words} />}
          {it.sentAt !== null && <Feedback provision={it.id} words={words} />}
          {it.receipt !== null && <RelayOn it={it} receipt={it.receipt} words={words} />}
          {it.desk !== null && <DeskSide it={it} audience={audience.data} words={words} />}
          {it.sentAt !== null && <Sight kind="provision" id={it.id} />}
        </aside>
      </div>
    </>
  );
}
