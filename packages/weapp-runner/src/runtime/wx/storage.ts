import { api, copy, textIn, WxFailure, type Area, type WxContext } from './api.js';

/** wx.setStorage and its family; values are copied as JSON, as on a phone. */
export function storage({ recorder, storage: kept }: WxContext): Area {
  const write = (key: string, value: unknown) => void kept.set(key, copy(value));
  const read = (key: string): unknown => copy(kept.get(key));
  return {
    setStorageSync: write,
    // A key that was never written reads as an empty text.
    getStorageSync: (key: string) => read(key) ?? '',
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
    setStorage: api(recorder, 'setStorage', (o) => write(textIn(o, 'key'), o['data'])),
    getStorage: api(recorder, 'getStorage', (options) => {
      const key = textIn(options, 'key');
      if (!kept.has(key)) throw new WxFailure('data not found');
      return { data: read(key) };
    }),
    removeStorage: api(recorder, 'removeStorage', (o) => void kept.delete(textIn(o, 'key'))),
    clearStorage: api(recorder, 'clearStorage', () => kept.clear()),
  };
}
