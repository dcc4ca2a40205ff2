import http from 'node:http';
import https from 'node:https';

import type { Clock } from '../../clock.js';
import type { Schedule } from '../../state/schedule.js';
import type { Letter } from './letter.js';

const ANSWER_WITHIN_MS = 5_000;
/** As many letters are under way at the same time; the others wait their turn. */
const AT_ONCE = 200;

/** Carries letters to the merchant's server, each with five seconds for its answer. */
export class Courier {
  /** How each letter that is under way is broken off. */
  private readonly running = new Set<() => void>();
  private readonly waiting: (() => void)[] = [];
  private era = 0;
  private readonly plain = new http.Agent({ keepAlive: true });
  private readonly secure = new https.Agent({ keepAlive: true });

  constructor(
    private readonly clock: Clock,
    private readonly schedule: Schedule,
  ) {}

  /**
   * Takes a letter to an address and tells what came of it. The letter is written when its turn has come, since its
   * signature names the time. Never rejects.
   */
  async deliver(url: string, write: () => Letter): Promise<string> {
    const { era } = this;
    while (this.running.size >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    if (this.era !== era) return 'lost';
    const outcome = await this.carry(url, write());
    this.waiting.shift()?.();
    return outcome;
  }

  /** Breaks off what is under way, sends nothing that still waits, and lets go of the lines. */
  clear(): void {
    this.era += 1;
    for (const go of this.waiting.splice(0)) go();
    for (const breakOff of this.running) breakOff();
    this.plain.destroy();
    this.secure.destroy();
  }

  private carry(url: string, letter: Letter): Promise<string> {
    const { headers, body } = letter;
    return new Promise((resolve) => {
      const end = (outcome: string | Promise<string>): void => {
        callOff();
        this.running.delete(breakOff);
        resolve(outcome);
      };
      const breakOff = (): void => {
        end('timeout');
        request.destroy();
      };
      const request = this.open(url, {
        ...headers,
        accept: '*/*',
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Mozilla/4.0',
      });
      const callOff = this.schedule.at(this.clock.now().getTime() + ANSWER_WITHIN_MS, breakOff);
      this.running.add(breakOff);
      request.on('error', () => {
        // The server may close an idle line just as it is used again; that is nobody's failure.
        const idle = request.reusedSocket && this.running.has(breakOff);
        end(idle ? this.carry(url, letter) : 'no connection');
      });
      request.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => end(`status ${String(answer.statusCode)}`));
        answer.on('error', () => end('no connection'));
      });
      request.end(body);
    });
  }

  private open(url: string, headers: Record<string, string>): http.ClientRequest {
    const options = { method: 'POST', headers };
    return url.startsWith('https:')
      ? https.request(url, { ...options, agent: this.secure })
      : http.request(url, { ...options, agent: this.plain });
  }
}
