import type { Clock } from '../../clock.js';
import type { Schedule } from '../../state/schedule.js';
import type { Letter } from './letter.js';

const ANSWER_WITHIN_MS = 5_000;
/** As many letters are under way at the same time; the others wait their turn. */
const AT_ONCE = 200;

/** Carries letters to the merchant's server, each with five seconds for its answer. */
export class Courier {
  private readonly running = new Set<AbortController>();
  private waiting: (() => void)[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly schedule: Schedule,
  ) {}

  /**
   * Takes a letter to an address and tells what came of it. The letter is written when its turn has come, since its
   * signature names the time. Never rejects.
   */
  async deliver(url: string, write: () => Letter): Promise<string> {
    while (this.running.size >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    const { headers, body } = write();
    const controller = new AbortController();
    this.running.add(controller);
    const callOff = this.schedule.at(this.clock.now().getTime() + ANSWER_WITHIN_MS, () => {
      controller.abort();
    });
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0' },
        body,
        redirect: 'manual',
        signal: controller.signal,
      });
      await answer.arrayBuffer();
      return `status ${String(answer.status)}`;
    } catch {
      return controller.signal.aborted ? 'timeout' : 'no connection';
    } finally {
      callOff();
      this.running.delete(controller);
      this.waiting.shift()?.();
    }
  }

  /** Breaks off what is under way and lets what waits come to nothing. */
  clear(): void {
    for (const controller of this.running) controller.abort();
  }
}
