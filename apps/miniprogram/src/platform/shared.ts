import Taro from '@tarojs/taro';
import { NetworkFailure } from '@/lib/failure';
import type { KeyValue } from '@/lib/storage';
import type { WireAnswer, WireRequest } from './types';

/** Storage that both targets share; a full or broken store must not break the screen. */
export const storage: KeyValue = {
  read(key) {
    try {
      const value: unknown = Taro.getStorageSync(key);
      return value === '' ? undefined : value;
    } catch {
      return undefined;
    }
  },
  write(key, value) {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // What could not be kept is asked for again next time.
    }
  },
  remove(key) {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing kept, nothing to remove.
    }
  },
  keys() {
    try {
      return Taro.getStorageInfoSync().keys;
    } catch {
      return [];
    }
  },
};

/** @throws NetworkFailure */
export async function request(wire: WireRequest): Promise<WireAnswer> {
  try {
    const answer = await Taro.request<unknown>({
      url: wire.url,
      method: wire.method,
      header: wire.headers,
      data: wire.body === undefined ? undefined : JSON.stringify(wire.body),
      timeout: wire.timeoutMs,
      dataType: 'json',
    });
    return { status: answer.statusCode, body: parsed(answer.data) };
  } catch (failure) {
    throw new NetworkFailure(/time ?out/i.test(wordsOf(failure)) ? 'timeout' : 'offline');
  }
}

/** problem+json arrives as text where the platform only parses application/json. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || !/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/** What a refused call of the platform says. */
export function wordsOf(failure: unknown): string {
  if (failure instanceof Error) return failure.message;
  if (typeof failure === 'object' && failure !== null && 'errMsg' in failure) {
    return String(failure.errMsg);
  }
  return String(failure);
}
