import { setTimeout as pause } from 'node:timers/promises';
import type { Tx } from '../../src/platform/database/index.js';
import { until } from '../../src/platform/testing/until.js';
import type { TestApi } from './an-api.js';

/** InnoDB tells anew who waits for whom only to those who did not ask in the last tenth of a second. */
const ASK_EVERY_MS = 120;

/** How many transactions of this schema wait for a row that another one holds. */
async function waiting({ database }: TestApi): Promise<number> {
  await pause(ASK_EVERY_MS);
  const rows = await database.rows(
    `SELECT 1 FROM information_schema.INNODB_TRX t
       JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
     WHERE p.DB = DATABASE() AND t.trx_state = 'LOCK WAIT'`,
  );
  return rows.length;
}

/**
 * Sends requests while a transaction of somebody else, with all that it locked and wrote, is not over: it ends once each of them
 * waits or is answered. So what does not wait for it is found out, however fast the machine is.
 * @param work what is done in that transaction, on a connection of its own
 */
export async function meanwhile<T>(
  api: TestApi,
  work: (tx: Tx) => Promise<unknown>,
  send: () => readonly Promise<T>[],
): Promise<T[]> {
  let [isDone, end] = [(): void => undefined, (): void => undefined];
  const over = new Promise<void>((resolve) => (end = resolve));
  const done = new Promise<void>((resolve) => (isDone = resolve));
  const held = api.unitOfWork.run(async (tx) => {
    await work(tx);
    isDone();
    await over;
  });
  await Promise.race([done, held]);
  let answered = 0;
  const answers = send().map((one) => one.finally(() => (answered += 1)));
  try {
    await until(
      'all of them wait or are answered',
      async () => answered + (await waiting(api)) >= answers.length,
    );
  } finally {
    end();
  }
  await held;
  return Promise.all(answers);
}
