import { DataSource } from 'typeorm';
import type { Pool, PoolConnection } from 'mysql2';
import type { TestApi } from './an-api.js';

type Query = (this: unknown, ...args: unknown[]) => unknown;
interface Sender {
  query: Query;
}

/** What an API sent to its database while `work` ran: the text of each statement, those of transactions too. */
export async function statementsOf(
  { app }: Pick<TestApi, 'app'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const { pool } = app.get(DataSource).driver as unknown as { pool: Pool };
  const sent: string[] = [];
  // The pool's own statements and those of transactions; what the pool hands on to a connection is no text any more.
  const senders = [pool as unknown as Sender, await prototypeOf(pool)];
  const before = senders.map(({ query }) => query);
  senders.forEach((sender, n) => {
    sender.query = function (...args) {
      const [first] = args;
      if (typeof first === 'string') sent.push(first);
      return before[n]?.apply(this, args);
    };
  });
  try {
    await work();
  } finally {
    senders.forEach((sender, n) => (sender.query = before[n] ?? sender.query));
  }
  return sent;
}

/** Where all connections of a pool have their `query` from. */
async function prototypeOf(pool: Pool): Promise<Sender> {
  const connection = await new Promise<PoolConnection>((resolve, reject) => {
    pool.getConnection((error, one) => (error ? reject(error) : resolve(one)));
  });
  connection.release();
  let found: object = connection;
  while (!Object.hasOwn(found, 'query')) found = Object.getPrototypeOf(found) as object;
  return found as Sender;
}
