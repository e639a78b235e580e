import { describe, expect, it } from 'vitest';
import { saysReceived } from './read-reply.ts';

describe('a word of receipt', () => {
  it('stands alone on the first line that is not quoted, in either language', () => {
    for (const yes of ['受領', ' 受領しました。\r\n', '\n\nReceived.\n-- \nO.', '> x\nACK', 'ｒｅｃｅｉｖｅｄ'])
      expect([yes, saysReceived(yes)]).toEqual([yes, true]);
    for (const no of ['', '受領できません', 'not received', '> 受領', 'received? no', 'affected', '影響なし'])
      expect([no, saysReceived(no)]).toEqual([no, false]);
  });
});
