import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { usePages, useSend } from '../../../../portal/data/query.ts';
import { DataTable, type Column } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type ContactView } from '../../contract.ts';
import { hoursWords, roleWords } from '../words.ts';
import { Attest } from './Attest.tsx';
import { ContactForm } from './ContactForm.tsx';

/** Contact points in calling order; those of one's own body can be kept. */
export function Contacts({ of, q, keeps }: { of: 'mine' | 'below' | 'desks'; q: string; keeps: boolean }) {
  const contacts = usePages(partiesDoors.listContacts, { query: { of, q } });
  const [editing, setEditing] = useState<ContactView | 'new' | null>(null);
  const verify = useSend(partiesDoors.verifyContact, { onDone: () => say(t('parties.contact.verified')) });
  const end = useSend(partiesDoors.endContact, { onDone: () => say(t('parties.contact.ended')) });
  const error = verify.error ?? end.error;
  const acts: Column<ContactView> = {
    key: 'acts',
    label: <span className="unseen-by-eye">{t('parties.act')}</span>,
    cell: (it) => (
      <span className="cluster">
        <Button
          small
          icon="check"
          label={t('parties.contact.verify.of', { label: it.label })}
          onPress={() => verify.mutate({ params: { id: it.id }, body: {} })}
        >
          {t('parties.contact.verify')}
        </Button>
        <Button small label={t('parties.contact.change.of', { label: it.label })} onPress={() => setEditing(it)}>
          {t('parties.contact.change')}
        </Button>
        <Button
          small
          label={t('parties.contact.end.of', { label: it.label })}
          onPress={() => end.mutate({ params: { id: it.id } })}
        >
          {t('parties.contact.end')}
        </Button>
      </span>
    ),
  };
  return (
    <>
      {of === 'mine' && contacts.query.data !== undefined && <Attest points={contacts.items} keeps={keeps} />}
      {keeps && editing === null && (
        <p>
          <Button icon="phone" onPress={() => setEditing('new')}>
            {t('parties.contact.add')}
          </Button>
        </p>
      )}
      {editing !== null && (
        <ContactForm
          key={editing === 'new' ? 'new' : editing.id}
          before={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {error !== null && <RefusalNote error={error} />}
      <Answer of={contacts.query}>
        {() => (
          <DataTable<ContactView>
            cards
            caption={t('parties.contacts')}
            hint={t('parties.contacts.hint')}
            rows={contacts.items}
            rowKey={(it) => it.id}
            {...(of === 'mine'
              ? {}
              : { groupOf: (it: ContactView) => ({ key: it.body.id, head: both(it.body.name) }) })}
            file={`contacts-${of}`}
            empty={
              <EmptyState title={t('parties.contacts.none')}>
                {keeps ? t('parties.contacts.none.way') : undefined}
              </EmptyState>
            }
            columns={[...columns, ...(keeps ? [acts] : [])]}
          />
        )}
      </Answer>
      <More of={contacts} />
    </>
  );
}

const columns: Column<ContactView>[] = [
  {
    key: 'position',
    get label() {
      return t('parties.contact.position');
    },
    number: true,
    cell: (it) => it.position,
    csv: (it) => it.position,
  },
  {
    key: 'label',
    get label() {
      return t('parties.contact.label');
    },
    head: true,
    cell: (it) => it.label,
    csv: (it) => it.label,
  },
  {
    key: 'role',
    get label() {
      return t('parties.contact.role');
    },
    cell: (it) => roleWords(it.role),
    csv: (it) => roleWords(it.role),
  },
  {
    key: 'hours',
    get label() {
      return t('parties.contact.hours');
    },
    cell: (it) => hoursWords(it.hours),
    csv: (it) => hoursWords(it.hours),
  },
  {
    key: 'reach',
    get label() {
      return t('parties.contact.reach');
    },
    cell: (it) => <Reach it={it} />,
    csv: (it) => [it.phone, it.email, it.fax, it.sms, it.radio].filter((way) => way !== null).join(' '),
  },
  {
    key: 'verified',
    get label() {
      return t('parties.contact.checked');
    },
    cell: (it) => <Checked it={it} />,
    csv: (it) => it.verifiedAt ?? '',
  },
];

function Reach({ it }: { it: ContactView }) {
  return (
    <>
      {it.phone !== null && <a href={`tel:${it.phone.replace(/[^\d+]/gu, '')}`}>{it.phone}</a>}{' '}
      {it.email !== null && <a href={`mailto:${it.email}`}>{it.email}</a>}
      <span className="small dim">
        {[
          it.fax === null ? '' : `${t('parties.contact.fax')} ${it.fax}`,
          it.sms === null ? '' : `${t('parties.contact.sms')} ${it.sms}`,
          it.radio ?? '',
          it.languages.join('·') === 'ja' ? '' : it.languages.join('·'),
        ]
          .filter((word) => word !== '')
          .map((word) => (
            <span key={word} className="nowrap">
              {' '}
              {word}
            </span>
          ))}
      </span>
      {it.until !== null && <State tone="soon">{t('parties.contact.ends', { day: it.until })}</State>}
    </>
  );
}

function Checked({ it }: { it: ContactView }) {
  if (it.verifiedAt === null) return <State tone="late">{t('parties.contact.never-checked')}</State>;
  return (
    <State tone={it.fresh ? 'done' : 'soon'}>
      <Moment at={it.verifiedAt} as="day" />
    </State>
  );
}
