// A process of its own that makes load: calls over HTTP, or statements on a bare connection. Its parent forks it and
// sends one task at a time.
import { setTimeout as pause } from 'node:timers/promises';
import { HttpConnection } from './http-connection.mjs';
import { theHouse, transferOf } from './house.mjs';
import { letterWriter } from './letters.mjs';
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

/**
 * Notifications of WeChat, each delivered once: over HTTP, or to the use case in this process.
 * @typedef {object} LettersTask
 * @property {'letters'} kind
 * @property {number} [port]  of the API; without one they go to the use case
 * @property {import('./letters.mjs').Merchant} merchant
 * @property {number} concurrency
 * @property {number} ms
 * @property {number} first
 * @property {number} limit
 */

/** @param {LettersTask} task */
async function letters(task) {
  const { port, merchant, first, limit } = task;
  const write = letterWriter(merchant);
  const written = Array.from({ length: limit - first }, (_, index) => write(first + index));
  if (port === undefined) {
    const house = await theHouse();
    return measure(task, (n) => house.notified(written[n - first]));
  }
  const connections = Array.from({ length: task.concurrency }, () => new HttpConnection(port));
  const [method, path] = ['POST', '/api/wechat/pay/notify'];
  const measured = await measure(task, async (n, loop) => {
    const { status } = await connections[loop].send({ method, path, ...written[n - first] });
    return status === 204 ? 'done' : `status ${status}`;
  });
  for (const connection of connections) connection.close();
  return measured;
}

/**
 * Transfers of the ledger, by its use case in this process.
 * @typedef {object} TransfersTask
 * @property {'transfers'} kind
 * @property {'fill' | 'spend'} act
 * @property {Parameters<typeof transferOf>[0]} plan
 * @property {number} concurrency
 * @property {number} ms
 * @property {number} first
 * @property {number} [limit]
 */

/** @param {TransfersTask} task */
async function transfers(task) {
  const house = await theHouse();
  return measure(task, (n) =>
    house[task.act](transferOf(task.plan, n)).catch((error) => String(error.message).slice(0, 120)),
  );
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
  const template = /** @type {import('./replay.mjs').Template} */ (v8Value(task.template));
  const known = replayers.get(key) ?? replayer(task.url, template, task.poolSize);
  replayers.set(key, known);
  return measure(task, (n) => known.run(task.replay, task.options, n));
}

/** @param {HttpTask | SqlTask | LettersTask | TransfersTask} task */
function run(task) {
  switch (task.kind) {
    case 'http':
      return http(task);
    case 'sql':
      return sql(task);
    case 'letters':
      return letters(task);
    case 'transfers':
      return transfers(task);
  }
}

process.on('message', (/** @type {Parameters<typeof run>[0]} */ task) => {
  run(task).then(
    (measured) => process.send?.({ measured }),
    (error) => process.send?.({ error: String(error?.stack ?? error) }),
  );
});
