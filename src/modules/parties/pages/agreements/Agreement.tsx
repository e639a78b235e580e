import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import { type AgreementView, partiesDoors } from '../../contract.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { stateTone, stateWords, useHubs } from './words.ts';
import './agreements.css';

/** One agreement with its text; whoever is asked accepts or declines it here, and either side ends it. */
export default function Agreement({ params }: PageProps) {
  const agreement = useGet(partiesDoors.showAgreement, { params: { id: params['id'] ?? '' } });
  const may = useGet(partiesDoors.showSession).data?.powers.includes('keep-agreements') ?? false;
  const { kindWords } = useHubs();
  return <Answer of={agreement}>{(it) => <Whole it={it} may={may} kindWords={kindWords} />}</Answer>;
}

function Whole({ it, may, kindWords }: { it: AgreementView; may: boolean; kindWords: (kind: string) => string }) {
  const other = both(it.mine === 'hub' ? it.other.body.name : it.hub.body.name);
  const open = it.state === 'proposed' || it.state === 'coming' || it.state === 'in-force';
  return (
    <>
      <PageHead
        title={t('parties.agreement.with', { name: other })}
        crumbs={[{ label: t('parties.agreement.title'), href: '/agreements' }, { label: other }]}
        tags={
          <State tone={stateTone(it)}>{it.expiring ? t('parties.agreement.expiring') : stateWords(it.state)}</State>
        }
        meta={<span>{t('parties.agreement.seen')}</span>}
      />
      <div className="beside">
        <div className="stack">
          <Panel title={t('parties.agreement.text.of', { version: it.version })}>
            <div className="agreed-text">{it.text}</div>
            <p className="small dim agreed-hash">{t('parties.agreement.hash', { hash: it.hash })}</p>
          </Panel>
          <Panel title={t('parties.agreement.facts')}>
            <Facts items={factsOf(it, kindWords)} />
          </Panel>
        </div>
        <aside className="follows stack" aria-label={t('parties.agreement.do')}>
          {may && it.mine === 'other' && it.state === 'proposed' && <AnswerForm it={it} />}
          {may && open && <Ending it={it} />}
        </aside>
      </div>
    </>
  );
}

const factsOf = (it: AgreementView, kindWords: (kind: string) => string) => [
  { term: t('parties.agreement.hub'), value: both(it.hub.body.name) },
  { term: t('parties.agreement.member'), value: both(it.other.body.name) },
  { term: t('parties.agreement.kinds'), value: it.kinds.map(kindWords).join(t('parties.and')) },
  {
    term: t('parties.agreement.circle'),
    value: it.circle === null ? t('parties.agreement.circle.none') : both(it.circle.name),
  },
  {
    term: t('parties.agreement.members-known'),
    value: t(it.membersKnown ? 'parties.agreement.members-known.yes' : 'parties.agreement.members-known.no'),
  },
  ...(it.fellows.length === 0
    ? []
    : [{ term: t('parties.agreement.fellows'), value: it.fellows.map(both).join(t('parties.and')) }]),
  { term: t('parties.agreement.from'), value: <Moment at={it.from} as="long" /> },
  { term: t('parties.agreement.until'), value: <Moment at={it.until} as="long" /> },
  {
    term: t('parties.agreement.signed.hub'),
    value: rich('parties.agreement.signed.at', { who: it.proposed.signedBy, when: <Moment at={it.proposed.at} /> }),
  },
  {
    term: t('parties.agreement.signed.other'),
    value:
      it.answer === null
        ? t('parties.agreement.unsigned')
        : rich(it.answer.accepted ? 'parties.agreement.signed.at' : 'parties.agreement.declined.at', {
            who: it.answer.signedBy,
            when: <Moment at={it.answer.at} />,
          }),
  },
  ...(it.end === null
    ? []
    : [
        {
          term: t('parties.agreement.ended'),
          value: rich('parties.agreement.ended.at', {
            who: both(it.end.by === 'hub' ? it.hub.body.name : it.other.body.name),
            when: <Moment at={it.end.at} />,
            reason: it.end.reason,
          }),
        },
      ]),
];

function Ending({ it }: { it: AgreementView }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const end = useSend(partiesDoors.endAgreement, {
    onDone: () => {
      say(t('parties.agreement.end.done'));
      setOpen(false);
    },
  });
  const word = t(
    it.state === 'proposed' && it.mine === 'hub' ? 'parties.agreement.take-back' : 'parties.agreement.end',
  );
  return (
    <Panel title={word} tone="quiet">
      <p className="small dim">{t('parties.agreement.end.says')}</p>
      <Button wide onPress={() => setOpen(true)}>
        {word}
      </Button>
      <Dialog
        title={word}
        open={open}
        alert
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('parties.cancel')}</Button>
            <Button
              tone="go"
              wait={end.isPending}
              why={reason.trim() === '' ? t('parties.agreement.end.why') : undefined}
              onPress={() => end.mutate({ params: { id: it.id }, body: { reason } })}
            >
              {word}
            </Button>
          </>
        }
      >
        <TextField bare must label={t('parties.agreement.end.reason')} max={300} value={reason} onChange={setReason} />
        {end.error !== null && <RefusalNote error={end.error} />}
      </Dialog>
    </Panel>
  );
}
