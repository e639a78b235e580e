import type { PoolConfig } from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import { theCalendar } from '../../kernel/time.ts';
import type { Log } from '../log.ts';

/** Work that runs by the clock. It must not mind running twice, and it must find its own work in rows. */
export interface Job {
  /** `room.verb` */
  readonly name: string;
  /** Five fields of cron, by the programme's clocks. */
  readonly cron: string;
  run(): Promise<void>;
}

/** Runs the jobs from one queue in the database, so that of many processes one does each. */
export const runJobs = async (
  config: PoolConfig,
  jobs: readonly Job[],
  log: Log,
): Promise<{ stop(): Promise<void> }> => {
  const boss = new PgBoss({
    ...(config as ConstructorOptions),
    max: 2,
    schema: 'pgboss',
    application_name: 'noroshi-jobs',
    createSchema: false,
    superviseIntervalSeconds: 60,
  });
  boss.on('error', (error) =>
    log.warn({ name: error.name, code: 'code' in error ? error.code : undefined }, 'job queue'),
  );
  const { timeZone: tz } = theCalendar();
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      policy: 'singleton',
      retryLimit: 3,
      expireInSeconds: 300,
      retentionSeconds: 86_400,
    });
    await boss.schedule(job.name, job.cron, null, { tz });
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      await job.run();
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
};
