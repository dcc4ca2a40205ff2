import Taro from '@tarojs/taro';
import { NetworkFailure } from '@/lib/failure';
import { request, storage, wordsOf } from './shared';
import type { Platform, SubscribeResult } from './types';

export const platform: Platform = {
  storage,
  request,

  async login() {
    try {
      return (await Taro.login()).code;
    } catch {
      throw new NetworkFailure('offline');
    }
  },

  requestPhoneCode() {
    return Promise.reject(new Error('WeChat gives a phone code only through its own button'));
  },

  async requestSubscribe(templateIds) {
    const asked = templateIds.slice(0, 3);
    try {
      const answer = await Taro.requestSubscribeMessage({ tmplIds: asked, entityIds: [] });
      const words = new Map<string, unknown>(Object.entries(answer));
      return Object.fromEntries(asked.map((id) => [id, resultOf(words.get(id))]));
    } catch {
      // The main switch is off, or WeChat will not ask: the same as a no.
      return Object.fromEntries(asked.map((id) => [id, 'reject' as const]));
    }
  },

  async requestPayment(params) {
    try {
      await Taro.requestPayment(params);
      return 'ok';
    } catch (failure) {
      return /cancel/.test(wordsOf(failure)) ? 'cancel' : 'fail';
    }
  },

  async openMap({ name, address, latitude, longitude }) {
    await Taro.openLocation({ name, address, latitude, longitude, scale: 17 });
  },

  async callPhone(phone) {
    try {
      await Taro.makePhoneCall({ phoneNumber: phone });
    } catch {
      // Closing the dialler is not a failure.
    }
  },
};

function resultOf(word: unknown): SubscribeResult {
  if (word === 'ban' || word === 'filter') return word;
  return typeof word === 'string' && word.startsWith('accept') ? 'accept' : 'reject';
}
