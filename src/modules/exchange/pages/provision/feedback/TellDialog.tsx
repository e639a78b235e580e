import { useState } from 'react';
import { refang } from '../../../../../kernel/text.ts';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useNow } from '../../../../../portal/data/clock.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { DateTime } from '../../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../../portal/form/Field.tsx';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { NumberInput } from '../../../../../portal/form/value/NumberInput.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { FeedbackInput, FeedbackView } from '../../../shapes/feedback.ts';
import { feedbackWord } from './FeedbackRows.tsx';

interface Written {
  readonly kind: FeedbackView['kind'];
  readonly indicator: string;
  readonly seenFrom: string | null;
  readonly count: number | null;
  readonly quote: string;
  readonly text: string;
}

/** Tells something back, or says something else instead of what was told. */
export function TellDialog({
  provision,
  before,
  onClose,
}: {
  provision?: string;
  before?: FeedbackView;
  onClose: () => void;
}) {
  const now = useNow();
  const [it, set] = useState<Written>(() => writtenOf(before, now));
  const onDone = (): void => {
    say(t('exchange.feedback.done'));
    onClose();
  };
  const give = useSend(exchangeDoors.giveFeedback, { onDone });
  const change = useSend(exchangeDoors.changeFeedback, { onDone });
  const body = bodyOf(it);
  const error = give.error ?? change.error;
  const send = (): void => {
    if (body === null) return;
    if (before !== undefined) change.mutate({ params: { id: before.id }, body });
    else if (provision !== undefined) give.mutate({ params: { id: provision }, body });
  };
  const put = (next: Partial<Written>): void => set({ ...it, ...next });
  return (
    <Dialog
      title={t(before === undefined ? 'exchange.feedback.give' : 'exchange.feedback.change')}
      open
      onClose={onClose}
      actions={
        <>
          <Button
            tone="go"
            wait={give.isPending || change.isPending}
            why={body === null ? t('exchange.feedback.why') : undefined}
            onPress={send}
          >
            {t('exchange.feedback.send')}
          </Button>
          <Button onPress={onClose}>{t('exchange.consent.leave')}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="small dim">{t('exchange.feedback.says')}</p>
        {error !== null && <RefusalNote error={error} />}
        {before === undefined && (
          <Segmented
            label={t('exchange.feedback.kind')}
            options={(['sighting', 'correction'] as const).map((key) => ({ key, label: feedbackWord(key) }))}
            value={it.kind}
            onChange={(key) => put({ kind: key === 'correction' ? 'correction' : 'sighting' })}
          />
        )}
        {it.kind === 'sighting' ? (
          <>
            <TextField
              label={t('exchange.feedback.indicator')}
              help={t('exchange.feedback.indicator.help')}
              must
              max={1000}
              value={it.indicator}
              onChange={(indicator) => put({ indicator })}
            />
            <DateTime
              label={t('exchange.feedback.from')}
              must
              value={it.seenFrom}
              onChange={(seenFrom) => put({ seenFrom })}
            />
            <FieldGroup label={t('exchange.feedback.times')} maybe={t('exchange.relay.note.maybe')}>
              <NumberInput label={t('exchange.feedback.times')} value={it.count} onChange={(count) => put({ count })} />
            </FieldGroup>
          </>
        ) : (
          <ProseField
            label={t('exchange.feedback.quote')}
            maybe={t('exchange.relay.note.maybe')}
            rows={2}
            max={1000}
            value={it.quote}
            onChange={(quote) => put({ quote })}
          />
        )}
        <ProseField
          label={t(it.kind === 'sighting' ? 'exchange.feedback.more' : 'exchange.feedback.text')}
          help={t('exchange.feedback.text.help')}
          must={it.kind === 'correction'}
          rows={3}
          max={4000}
          value={it.text}
          onChange={(text) => put({ text })}
        />
      </div>
    </Dialog>
  );
}

const writtenOf = (before: FeedbackView | undefined, now: Date): Written => {
  const [last] = before?.versions ?? [];
  return {
    kind: before?.kind ?? 'sighting',
    indicator: refang(last?.indicator ?? ''),
    seenFrom: last === undefined ? now.toISOString() : last.seenFrom,
    count: last?.count ?? null,
    quote: last?.quote ?? '',
    text: last?.text ?? '',
  };
};

// Null while something that has to be said is not.
const bodyOf = (it: Written): FeedbackInput | null => {
  const text = it.text.trim() === '' ? {} : { text: it.text };
  if (it.kind === 'correction')
    return it.text.trim() === ''
      ? null
      : { kind: 'correction', text: it.text, ...(it.quote.trim() === '' ? {} : { quote: it.quote }) };
  if (it.indicator.trim() === '' || it.seenFrom === null) return null;
  const count = it.count === null || it.count < 1 ? {} : { count: Math.round(it.count) };
  return { kind: 'sighting', indicator: it.indicator, seenFrom: it.seenFrom, ...count, ...text };
};
