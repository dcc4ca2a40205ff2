import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NetworkFailure } from '@/lib/failure';
import type { KeyValue } from '@/lib/storage';
import { phoneStorage } from '@/testing/phone-storage';
import { IdempotentWrite, UnsettledWrite } from './idempotent-write';

interface Body {
  start: string;
}

const lost = () => new NetworkFailure('timeout');
const refusal = (status: number, code: string) => new ApiProblem(status, code, '');

/** A line that answers as scripted and remembers what went over it. */
function aLine(...answers: (string | Error)[]) {
  const sent: { body: Body; key: string }[] = [];
  const send = (body: Body, key: string): Promise<string> => {
    sent.push({ body, key });
    const answer = answers.shift() ?? 'booked';
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { sent, send };
}

function aWrite(
  send: (body: Body, key: string) => Promise<string>,
  storage: KeyValue = phoneStorage(),
  now = () => 0,
) {
  let keys = 0;
  return new IdempotentWrite<Body, string>({
    name: 'book',
    storage,
    send,
    newKey: () => `key-${(keys += 1)}-${Math.random()}`,
    now,
    wait: () => Promise.resolve(),
  });
}

const TEN = { start: '10:00' };
const ELEVEN = { start: '11:00' };

describe('a write that happens once', () => {
  it('stores the key before anything is sent', async () => {
    const storage = phoneStorage();
    let keptWhileSending: unknown;
    const write = aWrite((_body, key) => {
      keptWhileSending = storage.read('yance.write.book');
      return Promise.resolve(key);
    }, storage);
    const key = await write.submit(TEN);
    expect(keptWhileSending).toEqual({ key, body: TEN, madeAt: 0 });
  });

  it('joins a second tap to the first', async () => {
    const line = aLine();
    const write = aWrite(line.send);
    await Promise.all([write.submit(TEN), write.submit(TEN)]);
    expect(line.sent).toHaveLength(1);
  });

  it('sends a lost write again with the same key, by itself', async () => {
    const line = aLine(lost(), refusal(503, 'OVERLOADED'), 'booked');
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).resolves.toBe('booked');
    expect(line.sent).toHaveLength(3);
    expect(new Set(line.sent.map(({ key }) => key)).size).toBe(1);
    expect(write.state.get()).toEqual({ phase: 'idle' });
  });

  it('keeps an unanswered write for a later try with the same key', async () => {
    const line = aLine(lost(), lost(), lost(), 'booked');
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toThrow(NetworkFailure);
    expect(write.state.get()).toEqual({ phase: 'unknown', body: TEN });
    await expect(write.retry()).resolves.toBe('booked');
    expect(new Set(line.sent.map(({ key }) => key)).size).toBe(1);
  });

  it('finds an unanswered write again after the app was closed', async () => {
    const storage = phoneStorage();
    const before = aLine(lost(), lost(), lost());
    await expect(aWrite(before.send, storage).submit(TEN)).rejects.toThrow(NetworkFailure);
    const after = aLine('booked');
    const reopened = aWrite(after.send, storage);
    expect(reopened.state.get()).toEqual({ phase: 'unknown', body: TEN });
    await reopened.retry();
    expect(after.sent[0]?.key).toBe(before.sent[0]?.key);
  });

  it('does not start another write while the outcome of the last is unknown', async () => {
    const line = aLine(lost(), lost(), lost());
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toThrow(NetworkFailure);
    await expect(write.submit(ELEVEN)).rejects.toThrow(UnsettledWrite);
    expect(line.sent.every(({ body }) => body.start === TEN.start)).toBe(true);
  });

  it('lets go of the key on a definite no, so that another choice gets its own', async () => {
    const line = aLine(refusal(409, 'SLOT_TAKEN'), 'booked');
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await write.submit(ELEVEN);
    expect(line.sent[1]?.key).not.toBe(line.sent[0]?.key);
  });

  it('does not retry what was refused before it was looked at', async () => {
    const line = aLine(refusal(429, 'RATE_LIMITED'));
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(line.sent).toHaveLength(1);
    expect(write.state.get()).toEqual({ phase: 'idle' });
  });

  it('stays unknown when a lost write is refused on a later try', async () => {
    const line = aLine(lost(), refusal(429, 'RATE_LIMITED'), 'booked');
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(write.state.get().phase).toBe('unknown');
    await write.retry();
    expect(line.sent[2]?.key).toBe(line.sent[0]?.key);
  });

  it('forgets a write that the API no longer remembers', async () => {
    const storage = phoneStorage();
    const line = aLine(lost(), lost(), lost(), 'booked');
    await expect(aWrite(line.send, storage).submit(TEN)).rejects.toThrow(NetworkFailure);
    const dayLater = aWrite(line.send, storage, () => 25 * 3_600_000);
    expect(dayLater.state.get()).toEqual({ phase: 'idle' });
    await dayLater.submit(ELEVEN);
    expect(line.sent[3]?.key).not.toBe(line.sent[0]?.key);
  });

  it('stops asking when the client gives up', async () => {
    const line = aLine(lost(), lost(), lost(), 'booked');
    const write = aWrite(line.send);
    await expect(write.submit(TEN)).rejects.toThrow(NetworkFailure);
    write.abandon();
    await expect(write.submit(ELEVEN)).resolves.toBe('booked');
  });
});
