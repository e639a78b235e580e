import { useState } from 'react';
import { strictest, tlp } from '../../../../kernel/marking.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { Saved } from '../../../../portal/form/Saved.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import { Stale } from '../drafts/Stale.tsx';
import { Approve } from '../provision/desk/Approve.tsx';
import { Receivers } from '../provision/desk/Receivers.tsx';
import { SecondPerson } from '../provision/desk/SecondPerson.tsx';
import { Stages } from '../provision/desk/Stages.tsx';
import { stateWord } from '../lists/provisionColumns.tsx';
import type { Words } from '../words/programme.ts';
import { fromView, lacking } from './content.ts';
import type { ProvisionContent } from './content.ts';
import { Files } from './Files.tsx';
import { lackWords } from './lackWords.ts';
import { useEdited } from './useEdited.ts';
import { Writing } from './Writing.tsx';

/** A provision on its desk: every change is kept at once, and beside it stands who would receive it and what is in the way. */
export function Draft({ seat, begin, words }: { seat: string; begin: ProvisionView; words: Words }) {
  const params = { id: begin.id };
  const [it, setIt] = useState(() => fromView(begin));
  const [begun, setBegun] = useState(0);
  const change = (next: Partial<ProvisionContent>): void => setIt((before) => ({ ...before, ...next }));
  const restore = (left: ProvisionContent): void => {
    setIt({ ...fromView(begin), ...left });
    setBegun((n) => n + 1);
  };
  const edited = useEdited({ seat, id: begin.id, revision: begin.desk?.revision ?? 0, value: it, restore });
  const now = useGet(exchangeDoors.showProvision, { params }).data ?? begin;
  const audience = useGet(exchangeDoors.previewAudience, { params });
  const origins = begin.desk?.derivedFrom ?? [];
  const floor = origins.length === 0 ? undefined : strictest(origins.map((origin) => origin.handling));
  const lack = lackWords(lacking(it));
  return (
    <>
      <PageHead
        title={it.title.trim() === '' ? t('exchange.write.title') : it.title}
        mark={tlp(it.mark)}
        crumbs={[
          { label: t('exchange.nav.provisions'), href: '/provisions' },
          { label: begin.reference, href: `/provisions/${begin.id}` },
          ...(origins.length === 0 ? [] : [{ label: t('exchange.write.origins', { n: origins.length }) }]),
        ]}
        tags={<Tag>{stateWord(now.state)}</Tag>}
        meta={
          floor === undefined ? undefined : (
            <span>{rich('exchange.write.floor', { mark: <MarkingChip mark={floor} /> })}</span>
          )
        }
        aside={<Saved state={edited.saved} />}
      />
      {edited.stale && <Stale />}
      {lack !== undefined && (
        <Note tone="soon" live>
          {lack}
        </Note>
      )}
      <Stages it={now} warnings={audience.data?.warnings ?? []} />
      <div className="beside">
        <Writing
          key={begun}
          it={it}
          change={change}
          warnings={audience.data?.warnings ?? null}
          words={words}
          floor={floor}
          files={<Files id={begin.id} item={begin.item} edited={edited} />}
        />
        <aside className="follows stack" aria-label={t('exchange.write.aside')}>
          {audience.data === undefined ? (
            <Loading />
          ) : (
            <Receivers
              id={begin.id}
              audience={audience.data}
              words={words}
              derived={origins.length > 0}
              unsaved={edited.unsaved || lack !== undefined}
            />
          )}
          <SecondPerson it={now} />
          <Approve it={now} warnings={audience.data?.warnings ?? []} words={words} />
        </aside>
      </div>
    </>
  );
}
