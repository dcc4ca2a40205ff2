import { codeOf } from '../../support/given/index.js';
import type { Answer } from '../../support/wire.js';

/** How often a busy house is asked again with the same key, as the phone and the console do. */
const TRIES = 6;
const SECOND_MS = 1_000;

/** What happened to all deeds of a run. */
export class Tally {
  readonly outcomes = new Map<string, number>();
  /** Deeds that got no answer but "later", however often they asked. */
  givenUp = 0;
  /** Answers that are a fault of ours. */
  readonly faults: string[] = [];

  get deeds(): number {
    return [...this.outcomes.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Does something until it is answered. @param what what it is, for the list of outcomes */
  async count(what: string, ask: () => Promise<Answer>): Promise<Answer> {
    let answer = await ask();
    for (let tries = 1; answer.status === 503 && tries < TRIES; tries += 1) {
      const seconds = Number(answer.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * SECOND_MS));
      answer = await ask();
    }
    if (answer.status === 503) this.givenUp += 1;
    else if (answer.status >= 500) this.faults.push(`${what}: ${JSON.stringify(answer.body)}`);
    const outcome = `${what} ${codeOf(answer) ?? answer.status}`;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    return answer;
  }

  toString(): string {
    return [...this.outcomes]
      .sort()
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', ');
  }
}
