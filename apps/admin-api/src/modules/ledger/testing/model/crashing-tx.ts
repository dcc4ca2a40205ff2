import type { Tx } from '../../../../platform/database/index.js';

/** The process dies: nothing after it runs, and nobody cleans up but the database. */
export class Crash extends Error {
  constructor() {
    super('crash');
    this.name = 'Crash';
  }
}

/** Where a transaction ends before its time. */
export interface CrashPlan {
  /** Statements that go through first. */
  readonly afterStatements: number;
  /** `before` the next one is sent, `after` it was carried out, or its connection is cut while it is under way. */
  readonly how: 'before' | 'after' | 'cut';
}

/** The same transaction until the planned moment. @param cut ends the connection from outside */
export function crashingTx(tx: Tx, plan: CrashPlan, cut: (tx: Tx) => Promise<void>): Tx {
  let sent = 0;
  async function send<T>(statement: () => Promise<T>): Promise<T> {
    sent += 1;
    if (sent <= plan.afterStatements) return statement();
    if (plan.how === 'before') throw new Crash();
    if (plan.how === 'cut') await cut(tx);
    const answer = await statement();
    if (plan.how === 'after') throw new Crash();
    return answer;
  }
  const crashing: Pick<Tx, 'rows' | 'row' | 'run'> = {
    rows: (sql, params) => send(() => tx.rows(sql, params)),
    row: (sql, params) => send(() => tx.row(sql, params)),
    run: (sql, params) => send(() => tx.run(sql, params)),
  };
  return crashing as Tx;
}
