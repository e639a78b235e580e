import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordAndCode } from './accounts.ts';
import { drillOfTheSwitch } from './drill.ts';
import { browserHere, type House, openHouse } from './house.ts';
import { inspect } from './looks.ts';
import { withdrawal } from './consent.ts';
import { mainLine } from './main-line.ts';
import { nightDesk } from './night-desk.ts';
import { worstDay } from './worst-day.ts';
import { byKeyboard, killedTab, live, passkey, withoutScripts } from './single.ts';

if (!browserHere)
  process.stderr.write(
    'No Chromium here: the browser tests are left out. Set NOROSHI_CHROMIUM, or install it with: apt-get install chromium\n',
  );

describe.skipIf(!browserHere)('journeys through the demo in a browser', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, 480_000);
  afterAll(async () => {
    await house?.close();
  });

  it('acknowledges without scripts', () => withoutScripts(house));
  it('loses no draft with a killed tab', () => killedTab(house));
  it('shows what another seat did without a reload', () => live(house));
  it('acknowledges by keyboard alone', () => byKeyboard(house));
  it('signs in by a passkey', () => passkey(house));
  it('comes in by invitation with password and code, and back in, but not by a wrong code', () =>
    passwordAndCode(house, 'ja'));
  it('carries a report up and a warning down in Japanese', () => mainLine(house, 'ja', 'operator.power-a'), 180_000);
  it('carries a report up and a warning down in English', () => mainLine(house, 'en', 'operator.power-b'), 180_000);
  it(
    'holds a drill of the switch, and breaks it off for something real, in Japanese',
    () => drillOfTheSwitch(house, 'ja'),
    180_000,
  );
  it(
    'holds a drill of the switch, and breaks it off for something real, in English',
    () => drillOfTheSwitch(house, 'en'),
    180_000,
  );
  it('takes a report back from those who saw it by consent', () => withdrawal(house), 120_000);
  it(
    'takes a call at night, and has the warning that comes of it acknowledged from a mail',
    () => nightDesk(house),
    240_000,
  );
  it(
    'goes through the worst day: the switch, thirteen sectors, one picture, three reports of it, and back',
    () => worstDay(house),
    180_000,
  );
  const parts = ([1440, 390] as const).flatMap((width) => [[width, 'centre'] as const, [width, 'others'] as const]);
  it.each(parts)(
    'has no barrier on any page at %d in Japanese: %s',
    async (width, whose) => expect(await inspect(house, 'ja', width, whose)).toEqual([]),
    240_000,
  );
  it.each(['centre', 'others'] as const)(
    'has no barrier on the main pages in English: %s',
    async (whose) => expect(await inspect(house, 'en', 1440, whose, (path) => !path.startsWith('/plain'))).toEqual([]),
    240_000,
  );
});
