// A process of its own that makes load: calls over HTTP, or statements on a bare connection. Its parent forks it and
// sends one task at a time.
import { setTimeout as pause } from 'node:timers/promises';
import { HttpConnection } from './http-connection.mjs';
import { measure } from './measure.mjs';
import { replayer } from './replay.mjs';
import { requestOf } from './requests.mjs';
import { v8Value } from './values.mjs';

/** Longest that a refused caller waits, whatever it was told: the run has to end. */
const LONGEST_PAUSE_MS = 2_000;

/**
 * @typedef {object} HttpTask
 * @property {'http'} kind
 * @property {number} port
 * @property {import('./requests.mjs').RequestName} request
 * @property {unknown} options  for it
 * @property {number} concurrency
 * @property {number} ms
 * @property {number} first
 * @property {number} [limit]
 */

/** @param {HttpTask} task */
async function http(task) {
  const connections = Array.from({ length: task.concurrency }, () => new HttpConnection(task.port));
  const measured = await measure(task, async (n, loop) => {
    const answer = await connections[loop]
      .send(requestOf(task.request, n, task.options))
      .catch(() => undefined);
    if (!answer) return 'no answer';
    if (answer.status < 300) return 'done';
    const seconds = /\r\nretry-after: *(\d+)/i.exec(answer.head)?.[1];
    if (answer.status !== 503 || seconds === undefined) return `status ${answer.status}`;
    // A caller who is told when to come back comes back then.
    await pause(Math.min(Number(seconds) * 1_000, LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2));
    return 'refused';
  });
  for (const connection of connections) connection.close();
  return measured;
}

/** @type {Map<string, ReturnType<typeof replayer>>} */
const replayers = new Map();

/**
 * @typedef {object} SqlTask
 * @property {'sql'} kind
 * @property {'one after another' | 'side by side'} replay
 * @property {string} template  a Template, as v8Text writes it
 * @property {import('./replay.mjs').ReplayOptions} options
 * @property {string} url
 * @property {number} poolSize
 * @property {number} concurrency
 * @property {number} ms
 * @property {number} first
 * @property {number} [limit]
 */

/** @param {SqlTask} task */
async function sql(task) {
  const key = `${task.url} ${task.template}`;
  const known = replayers.get(key) ?? replayer(task.url, v8Value(task.template), task.poolSize);
  replayers.set(key, known);
  return measure(task, (n) => known.run(task.replay, task.options, n));
}

process.on('message', (/** @type {HttpTask | SqlTask} */ task) => {
  (task.kind === 'http' ? http(task) : sql(task)).then(
    (measured) => process.send?.({ measured }),
    (error) => process.send?.({ error: String(error?.stack ?? error) }),
  );
});
