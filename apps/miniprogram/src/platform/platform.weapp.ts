import Taro from '@tarojs/taro';
import { NetworkFailure } from '@/lib/failure';
import { request, storage, wordsOf } from './shared';
import type { CalendarNote, CalendarWord, Platform, SubscribeResult } from './types';

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

  async addToCalendar(note) {
    try {
      await writeCalendar(note);
      return 'added';
    } catch (failure) {
      if (/cancel/.test(wordsOf(failure))) return 'cancelled';
      return /auth|den/.test(wordsOf(failure)) ? askAgain(note) : 'denied';
    }
  },
};

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

async function writeCalendar({ title, start, end, place, notes }: CalendarNote): Promise<void> {
  await Taro.addPhoneCalendar({
    ...{ title, location: place, description: notes, alarm: true, alarmOffset: 3600 },
    startTime: seconds(start),
    // WeChat takes the end as text.
    endTime: String(seconds(end)),
  });
}

/** She said no once: WeChat asks no second time, but its settings have a switch. */
async function askAgain(note: CalendarNote): Promise<CalendarWord> {
  const { confirm } = await Taro.showModal({
    title: '需要日历权限',
    content: '请在设置里允许「添加到系统日历」，再记一次。只写入这一条预约，不读取您的日历。',
    confirmText: '去设置',
    cancelText: '不用了',
  });
  if (!confirm) return 'denied';
  try {
    const { authSetting } = await Taro.openSetting();
    const scopes = new Map<string, unknown>(Object.entries(authSetting));
    if (scopes.get('scope.addPhoneCalendar') !== true) return 'denied';
    await writeCalendar(note);
    return 'added';
  } catch {
    return 'denied';
  }
}

function resultOf(word: unknown): SubscribeResult {
  if (word === 'ban' || word === 'filter') return word;
  return typeof word === 'string' && word.startsWith('accept') ? 'accept' : 'reject';
}
