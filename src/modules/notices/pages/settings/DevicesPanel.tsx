import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { type DeviceView, noticesDoors } from '../../contract.ts';
import { canPush, subscribe, type Subscribed } from './subscribe.ts';

/** The devices on which one is told by push: turning it on here, seeing and removing them. */
export function DevicesPanel() {
  const devices = useGet(noticesDoors.listDevices);
  return (
    <Panel title={t('notices.devices')} icon="phone">
      <div className="stack">
        <p className="small dim">{t('notices.devices.says')}</p>
        <Answer of={devices}>
          {({ items, key }) => (
            <>
              {items.length === 0 ? (
                <p>{t('notices.devices.none')}</p>
              ) : (
                <ul className="ruled">
                  {items.map((it) => (
                    <li key={it.id}>
                      <Device it={it} />
                    </li>
                  ))}
                </ul>
              )}
              {key === null ? (
                <p className="dim">{t('notices.devices.off')}</p>
              ) : canPush() ? (
                <TurnOn vapid={key} />
              ) : (
                <p className="dim">{t('notices.devices.cannot')}</p>
              )}
            </>
          )}
        </Answer>
      </div>
    </Panel>
  );
}

function Device({ it }: { it: DeviceView }) {
  const remove = useSend(noticesDoors.removeDevice, { onDone: () => say(t('notices.devices.removed')) });
  return (
    <div className="stack-s">
      <p className="split">
        <span>
          <b>{it.label}</b> <span className="small dim">{it.service}</span>
          <br />
          <span className="small dim">
            {t('notices.devices.since')} <Moment at={it.addedAt} as="day" />
          </span>
        </span>
        {it.ended === null && (
          <Button
            small
            label={t('notices.devices.remove.of', { name: it.label })}
            wait={remove.isPending}
            onPress={() => remove.mutate({ params: { id: it.id } })}
          >
            {t('notices.devices.remove')}
          </Button>
        )}
      </p>
      {it.ended !== null && (
        <Note tone="soon">
          {t('notices.devices.gone')} <Moment at={it.ended.at} as="both" />
        </Note>
      )}
      {remove.error !== null && <RefusalNote error={remove.error} />}
    </div>
  );
}

function TurnOn({ vapid }: { vapid: string }) {
  const [label, setLabel] = useState('');
  const [refused, setRefused] = useState(false);
  const add = useSend(noticesDoors.addDevice, {
    onDone: () => {
      setLabel('');
      say(t('notices.devices.added'));
    },
  });
  const turnOn = async (): Promise<void> => {
    const given: Subscribed | null = await subscribe(vapid).catch(() => null);
    setRefused(given === null);
    if (given !== null) add.mutate({ body: { ...given, label: label.trim() } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void turnOn();
  };
  return (
    <form onSubmit={submit} className="stack-s">
      <TextField
        bare
        label={t('notices.devices.label')}
        help={t('notices.devices.label.help')}
        max={80}
        value={label}
        onChange={setLabel}
      />
      <Button type="submit" wait={add.isPending} why={label.trim() === '' ? t('notices.devices.unnamed') : undefined}>
        {t('notices.devices.add')}
      </Button>
      {refused && (
        <Note tone="soon" live>
          {t('notices.devices.refused')}
        </Note>
      )}
      {add.error !== null && <RefusalNote error={add.error} />}
    </form>
  );
}
