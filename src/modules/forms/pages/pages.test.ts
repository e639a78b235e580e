import { type ComponentType, createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { speak } from '../../../portal/text.ts';
import { example, exampleCodes } from '../engine/example.ts';
import ja from '../messages/ja.json' with { type: 'json' };
import { FormFacts } from './FormFacts.tsx';
import { FormPrint } from './FormPrint.tsx';
import { FormView } from './write/FormView.tsx';

beforeAll(() => speak('ja', [ja]));

const words = <P extends object>(component: ComponentType<P>, props: P): string =>
  renderToStaticMarkup(createElement(component, props) as ReactNode)
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const shown = { definition: example, codes: exampleCodes, stage: 'follow-up' };

describe('the read view', () => {
  test('says what is known, estimated, withheld and not known yet, and nothing of who answered', () => {
    const text = words(FormFacts, {
      ...shown,
      subject: { headline: '不審な通信', eventType: 'E00' },
      answers: {
        users: { state: 'about', value: 3000 },
        place: { state: 'withheld' },
        serviceHit: { state: 'unknown' },
        desk: { name: '水野' },
      },
    });
    expect(text).toContain('件名 不審な通信 事象の類型 予兆・ヒヤリハット');
    expect(text).toContain('場所・設備 伏せる（この報では）');
    expect(text).toContain('およそ 3,000 人');
    expect(text).toContain('まだ不明');
    expect(text).not.toContain('水野');
  });

  test('marks what changed since an earlier version, and can leave out the rest', () => {
    const before = { name: '第1報', answers: { users: { state: 'about', value: 3000 }, place: 'A' } };
    const text = words(FormFacts, { ...shown, answers: { users: 0, story: '切り離した' }, before, changesOnly: true });
    expect(text).toContain('0 人');
    expect(text).toContain('第1報では「およそ 3,000 人」');
    expect(text).toContain('第1報にはありませんでした');
    expect(text).toContain('取り下げ');
    expect(words(FormFacts, { ...shown, answers: before.answers, before, changesOnly: true })).toBe(
      ja['forms.facts.unchanged'],
    );
  });
});

describe('the printed sheet', () => {
  test('has every row in the official order, blank ones too, with entries of groups', () => {
    const answers = {
      serviceHit: true,
      services: [{ name: '検針', stopped: false }],
      users: { state: 'between', from: 0, to: 3000 },
    };
    const text = words(FormPrint, {
      ...shown,
      answers,
      subject: { headline: '不審な通信' },
      head: [{ label: '第', value: '2報' }],
    });
    const order = [
      '例の様式',
      '第 2報',
      'B-4 公表予定日',
      'C-1 件名 不審な通信',
      'C-2 発生日時',
      'E-2',
      'E-3',
      '0〜3,000 人',
      'E-4',
      '名称 検針',
      'G-3 教訓',
    ];
    expect(order.map((it) => text.indexOf(it)).every((at, i, all) => at > (all[i - 1] ?? -1))).toBe(true);
    expect(text).not.toContain('A-1');
  });
});

describe('the web form', () => {
  const form = (more: object): string => words(FormView, { ...shown, answers: {}, onChange: () => undefined, ...more });

  test('keeps what a first report seldom knows behind one button, and opens it where something is written', () => {
    expect(form({})).toContain('影響も書く（4項目）');
    expect(form({})).not.toContain('影響を受けている利用者');
    expect(form({ answers: { users: { state: 'unknown' } } })).toContain('影響を受けている利用者');
  });

  test('asks what its conditions let it ask, in the sections the page wants', () => {
    expect(form({ answers: { serviceHit: true, services: [{}] } })).toContain('影響したサービス 1');
    expect(form({ answers: { serviceHit: false } })).not.toContain('影響したサービス');
    expect(form({ sections: ['what'], without: ['headline'] })).not.toMatch(/連絡元|件名/u);
  });

  test('says what is wrong only once a field was left, or when it is strict', () => {
    expect(form({})).not.toContain(ja['forms.problem.required']);
    expect(form({ strict: true, sections: ['what'] }).split(ja['forms.problem.required'])).toHaveLength(3);
  });
});
