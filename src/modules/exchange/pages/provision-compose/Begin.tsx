import { useState } from 'react';
import { tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Saved } from '../../../../portal/form/Saved.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import { Stale } from '../drafts/Stale.tsx';
import { useKept } from '../drafts/useKept.ts';
import type { Loaded } from '../drafts/useLoaded.ts';
import type { Words } from '../words/programme.ts';
import { draftInput, lacking, readProvision } from './content.ts';
import type { ProvisionContent } from './content.ts';
import { lackWords } from './lackWords.ts';
import { Writing } from './Writing.tsx';

/** A provision before its desk has it: kept as one's own draft until title, text and audience are there to be counted. */
export function Begin({
  seat,
  draft,
  begin,
  words,
}: {
  seat: string;
  draft: Loaded;
  begin: ProvisionContent;
  words: Words;
}) {
  const go = useGo();
  const [it, setIt] = useState(begin);
  const [begun, setBegun] = useState(0);
  const change = (next: Partial<ProvisionContent>): void => setIt((before) => ({ ...before, ...next }));
  const restore = (left: ProvisionContent): void => {
    setIt(readProvision(left as unknown as Record<string, unknown>));
    setBegun((n) => n + 1);
  };
  const kept = useKept({ kind: 'provision', seat, id: draft.id, revision: draft.revision, value: it, restore });
  const origin = it.derivedFrom[0] ?? '';
  const source = useGet(exchangeDoors.showReport, { params: { id: origin } }, { enabled: origin !== '' });
  const create = useSend(exchangeDoors.draftProvision, {
    onDone: (made) => {
      void kept.discard();
      go(`/provisions/${made.id}/edit`, { replace: true });
    },
  });
  const lacks = lacking(it);
  return (
    <>
      <PageHead
        title={it.title.trim() === '' ? t('exchange.write.title') : it.title}
        mark={tlp(it.mark)}
        crumbs={[{ label: t('exchange.nav.provisions'), href: '/provisions' }, { label: t('exchange.draft') }]}
        tags={<Tag>{t('exchange.draft')}</Tag>}
        meta={<span>{t('exchange.write.meta')}</span>}
        aside={<Saved state={kept.saved} />}
      />
      {kept.stale && <Stale />}
      <div className="beside">
        <Writing key={begun} it={it} change={change} warnings={null} words={words} floor={source.data?.handling} />
        <aside className="follows" aria-label={t('exchange.write.next')}>
          <Panel tone="key" title={t('exchange.write.next')}>
            <p className="small dim">{t('exchange.write.next.says')}</p>
            {create.error !== null && <RefusalNote error={create.error} />}
            <Button
              tone="go"
              wide
              wait={create.isPending}
              why={lackWords(lacks)}
              onPress={() => create.mutate({ body: draftInput(it) })}
            >
              {t('exchange.write.do')}
            </Button>
            <p className="panel-act">
              <Button tone="quiet" small onPress={() => void kept.discard().then(() => go('/provisions'))}>
                {t('exchange.draft.discard')}
              </Button>
            </p>
          </Panel>
        </aside>
      </div>
    </>
  );
}
