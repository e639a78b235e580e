/** A small form with a field of each kind, for the tests of this room. */
import { formDefinition, type FormCodes } from '../../../kernel/form.ts';

const both = (ja: string, en: string): { ja: string; en: string } => ({ ja, en });
const every = ['known', 'about', 'between', 'unknown', 'withheld'];

/** Code lists of the example. */
export const exampleCodes: FormCodes = {
  'event-type': [
    { code: 'E00', title: both('予兆・ヒヤリハット', 'Precursor or near miss') },
    { code: 'E31', title: both('システム等の利用困難', 'System hard to use') },
    { code: 'E41', title: both('マルウェア等の感染', 'Infection by malware') },
  ],
  'cause-type': [
    { code: 'C11', title: both('不審メール等の受信', 'Receipt of suspicious mail') },
    { code: 'C13', title: both('DDoS攻撃等の大量アクセス', 'Mass access such as DDoS') },
    { code: 'C28', title: both('他分野の障害からの波及', 'Spill-over from another sector') },
  ],
};

/** The definition of the example, parsed as a programme's file would be. */
export const example = formDefinition.parse({
  key: 'example-report',
  version: 1,
  title: both('例の様式', 'Example form'),
  sections: [
    {
      key: 'reporter',
      letter: 'A',
      title: both('連絡元', 'Source'),
      fields: [
        {
          key: 'desk',
          label: both('担当', 'Desk'),
          type: 'contact',
          uncertain: ['known', 'withheld'],
          official: 'A-1',
          audience: 'source',
        },
      ],
    },
    {
      key: 'what',
      letter: 'C',
      title: both('概要', 'Outline'),
      fields: [
        {
          key: 'headline',
          label: both('件名', 'Headline'),
          type: 'text',
          required: true,
          official: 'C-1',
          binds: 'headline',
        },
        {
          key: 'eventType',
          label: both('事象の類型', 'Type of event'),
          type: 'choice',
          codes: 'event-type',
          required: true,
          official: 'C-6',
          binds: 'eventType',
        },
        {
          key: 'occurredAt',
          label: both('発生日時', 'Occurred'),
          type: 'instant',
          uncertain: every,
          official: 'C-2',
          binds: 'occurredAt',
        },
        {
          key: 'detectedAt',
          label: both('検知日時', 'Detected'),
          type: 'instant',
          uncertain: every,
          past: true,
          official: 'C-3',
        },
        {
          key: 'plannedOn',
          label: both('公表予定日', 'To be published on'),
          type: 'date',
          uncertain: ['known', 'about', 'unknown'],
          official: 'B-4',
        },
        {
          key: 'place',
          label: both('場所・設備', 'Place'),
          type: 'text',
          uncertain: ['known', 'unknown', 'withheld'],
          official: 'C-5',
        },
        { key: 'story', label: both('いま言えること', 'What can be said now'), type: 'prose', official: 'C-7' },
      ],
    },
    {
      key: 'harm',
      letter: 'E',
      title: both('影響', 'Impact'),
      folded: true,
      fields: [
        {
          key: 'users',
          label: both('影響を受けている利用者', 'Users affected'),
          type: 'integer',
          unit: both('人', 'people'),
          min: 0,
          uncertain: every,
          official: 'E-3',
        },
        {
          key: 'rate',
          label: both('通信量', 'Traffic'),
          type: 'number',
          unit: both('Gbps', 'Gbps'),
          uncertain: ['known', 'about'],
        },
        {
          key: 'causes',
          label: both('原因の類型', 'Causes'),
          type: 'choices',
          codes: 'cause-type',
          uncertain: ['known', 'unknown'],
          official: 'D-1',
        },
        {
          key: 'spilledFrom',
          label: both('波及元', 'Spilled over from'),
          type: 'text',
          when: "'C28' in causes",
          official: 'D-2',
        },
        {
          key: 'serviceHit',
          label: both('サービスへの影響', 'Service affected'),
          type: 'boolean',
          uncertain: ['known', 'unknown', 'withheld'],
          official: 'E-2',
        },
        {
          key: 'services',
          label: both('影響したサービス', 'Services affected'),
          type: 'group',
          when: 'serviceHit',
          official: 'E-4',
          repeat: { min: 1, max: 3 },
          fields: [
            { key: 'name', label: both('名称', 'Name'), type: 'text', required: true },
            { key: 'stopped', label: both('停止', 'Stopped'), type: 'boolean' },
            {
              key: 'minutes',
              label: both('停止時間', 'Minutes'),
              type: 'integer',
              min: 0,
              unit: both('分', 'min'),
              uncertain: every,
              when: 'entry.stopped',
            },
          ],
        },
        { key: 'lessons', label: both('教訓', 'Lessons'), type: 'prose', when: "stage == 'final'", official: 'G-3' },
        { key: 'memo', label: both('分析メモ', 'Analysis'), type: 'prose', audience: 'centre', official: 'H-2' },
      ],
    },
  ],
});
