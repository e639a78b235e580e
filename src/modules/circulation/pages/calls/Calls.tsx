import { useState } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Button } from '../../../../portal/act/Button.tsx';
import { strictest } from '../../../../kernel/marking.ts';
import { t } from '../../../../portal/text.ts';
import { circulationDoors, type CallView } from '../../contract.ts';
import { CallCard } from './CallCard.tsx';
import { AttemptDialog } from './AttemptDialog.tsx';
import { WordDialog } from './WordDialog.tsx';
import './calls.css';

/** Whom to telephone now, one silent body after another, each with its numbers in the order in which to ring. */
export default function Calls() {
  const calls = useGet(circulationDoors.listCalls, {}, { every: 60_000 });
  const [noting, setNoting] = useState<{ it: CallView; contact: string | null } | null>(null);
  const [word, setWord] = useState<CallView | null>(null);
  const items = calls.data?.items ?? [];
  const [first] = items;
  return (
    <>
      <PageHead
        title={t('circulation.calls')}
        crumbs={[{ label: t('desk.title'), href: '/' }]}
        {...(first === undefined ? {} : { mark: strictest(items.map((it) => it.subject.handling)) })}
      />
      <Answer of={calls}>
        {() =>
          first === undefined ? (
            <EmptyState title={t('circulation.calls.none')} action={<Button href="/">{t('desk.title')}</Button>}>
              {t('circulation.calls.none.way')}
            </EmptyState>
          ) : (
            <div className="stack-l">
              <p className="dim">{t('circulation.calls.order', { n: items.length })}</p>
              {items.map((it) => (
                <CallCard
                  key={`${it.receipt} ${it.need}`}
                  it={it}
                  onNote={(contact) => setNoting({ it, contact })}
                  onWord={() => setWord(it)}
                />
              ))}
            </div>
          )
        }
      </Answer>
      {noting !== null && <AttemptDialog it={noting.it} contact={noting.contact} onClose={() => setNoting(null)} />}
      {word !== null && <WordDialog it={word} onClose={() => setWord(null)} />}
    </>
  );
}
