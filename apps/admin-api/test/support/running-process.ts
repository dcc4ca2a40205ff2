import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** How a process ended: one of the two is null. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What is started: a built entry point and where it runs. */
export interface ProcessPlan {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Ends the process with the test that started it, however that ends; it keeps nothing running by itself. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  `process.on('disconnect', () => process.kill(process.pid, 'SIGKILL')); process.channel.unref();`,
)}`;

/** Each worker of a run has ports of its own, below those that the system gives to connections. */
const PORTS = { first: 12_000, perWorker: 2_000, workers: 8 };
const worker = Number(process.env.JEST_WORKER_ID ?? '0') % PORTS.workers;
let lastPort = randomInt(PORTS.perWorker);

/**
 * A port that nothing listens on, and that nobody else takes before it is used: neither the other worker, which would
 * answer in this one's place, nor a connection on its way out.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    lastPort = (lastPort + 1) % PORTS.perWorker;
    const port = PORTS.first + worker * PORTS.perWorker + lastPort;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listens = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(true));
  });
  const isOurs = await listens;
  if (isOurs) await new Promise((resolve) => server.close(resolve));
  return isOurs;
}

/** A real process of ours that can be crashed and started again; what all its lives printed is kept. */
export class RunningProcess {
  #child: ChildProcess | undefined;
  #ended: Promise<Exit> | undefined;
  #output = '';

  constructor(private readonly plan: ProcessPlan) {}

  /** Everything that was printed since the first start, both streams. */
  get output(): string {
    return this.#output;
  }

  /** Undefined while it does not run. */
  get pid(): number | undefined {
    const child = this.#child;
    return child && child.exitCode === null && child.signalCode === null ? child.pid : undefined;
  }

  start(): void {
    if (this.pid !== undefined) throw new Error(`${this.plan.name} is running already`);
    const args = ['--enable-source-maps', '--import', END_WITH_PARENT, ...this.plan.args];
    const child = spawn(process.execPath, args, {
      cwd: this.plan.folder,
      env: { PATH: process.env.PATH, ...this.plan.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.channel?.unref();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => (this.#output += text));
    }
    this.#child = child;
    this.#ended = once(child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    }));
  }

  /** Sends a signal and waits for the end; an ended process stays as it is. */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    if (this.pid !== undefined) this.#child?.kill(signal);
    return this.ended();
  }

  /** Waits until it ends by itself. */
  ended(): Promise<Exit> {
    return this.#ended ?? Promise.resolve({ code: null, signal: null });
  }

  /** Runs it as a command. @throws Error with what it printed when it fails */
  async finish(): Promise<void> {
    this.start();
    const { code } = await this.ended();
    if (code !== 0) throw new Error(`${this.plan.name} failed:\n${this.#output}`);
  }

  /** @throws Error with the last lines when it ended before, or did not answer in time */
  async untilAnswers(url: string): Promise<void> {
    const deadline = performance.now() + START_MS;
    while (!(await isOk(url))) {
      if (this.pid === undefined || performance.now() > deadline) {
        throw new Error(`${this.plan.name} does not answer:\n${this.#output.slice(-4_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
}

const START_MS = 60_000;
const LOOK_EVERY_MS = 25;

async function isOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
