import { keepTime } from '../src/kernel/time.ts';

// Every test file goes by Japan's calendar unless it installs another programme.
keepTime({ timeZone: 'Asia/Tokyo', fiscalYearBegins: '04-01' });
