import Taro from '@tarojs/taro';
import { calendarText } from '@yance/shared-types';
import { problemOf, isRecord } from '@/lib/failure';
import { askAtCashier, billIn } from './h5-cashier';
import { request, storage } from './shared';
import type { Platform, SubscribeResult } from './types';

/**
 * The H5 preview has no WeChat around it. It asks the sandbox that stands in for WeChat for the codes that a
 * phone would get, as a person it invents once and remembers; `?openid=…&phone=…` in the address names another.
 */
interface PreviewPerson {
  openid: string;
  phone: string;
}

const PERSON_KEY = 'yance.preview.person';
const TIMEOUT_MS = 10_000;

let origin: Promise<string> | undefined;

/** The sandbox's origin, as the API tells it; asked once. */
function sandboxOrigin(): Promise<string> {
  origin ??= ask('GET', `${API_ORIGIN}/api/client/preview`)
    .then((body) => textIn(body, 'sandboxOrigin'))
    .catch((failure: unknown) => {
      origin = undefined;
      throw failure;
    });
  return origin;
}

async function ask(method: 'GET' | 'POST', url: string, body?: unknown): Promise<unknown> {
  const headers: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await request({ method, url, headers, body, timeoutMs: TIMEOUT_MS });
  if (answer.status >= 400) throw problemOf(answer.status, answer.body);
  return answer.body;
}

async function sandbox(path: string, body: unknown): Promise<unknown> {
  return ask('POST', `${await sandboxOrigin()}/_sandbox/${path}`, body);
}

function textIn(body: unknown, key: string): string {
  const value = isRecord(body) ? body[key] : undefined;
  if (typeof value !== 'string') throw problemOf(502, body);
  return value;
}

function person(): PreviewPerson {
  const asked = new URLSearchParams(window.location.search);
  const known = storage.read(PERSON_KEY);
  const kept = isRecord(known) ? known : {};
  const digits = (n: number) =>
    Array.from({ length: n }, () => Math.floor(Math.random() * 10)).join('');
  const openid = asked.get('openid') ?? text(kept['openid']) ?? `preview-${Date.now()}${digits(6)}`;
  const phone = asked.get('phone') ?? text(kept['phone']) ?? `139${digits(8)}`;
  if (openid !== kept['openid'] || phone !== kept['phone']) {
    storage.write(PERSON_KEY, { openid, phone });
  }
  return { openid, phone };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const platform: Platform = {
  storage,
  request,

  async login() {
    return textIn(await sandbox('login-code', { openid: person().openid }), 'code');
  },

  async requestPhoneCode() {
    return textIn(await sandbox('phone-code', { phone: person().phone }), 'code');
  },

  async requestSubscribe(templateIds) {
    const asked = templateIds.slice(0, 3);
    const { confirm } = await Taro.showModal({
      title: '接收服务通知',
      content: '有新消息时，用微信的服务通知告诉您，不作推销。',
      confirmText: '允许',
      cancelText: '不用了',
    });
    const result: SubscribeResult = confirm ? 'accept' : 'reject';
    const { openid } = person();
    await Promise.all(
      asked.map((templateId) => sandbox('subscribe', { openid, templateId, result })),
    );
    return Object.fromEntries(asked.map((id) => [id, result]));
  },

  async requestPayment(params) {
    const prepayId = params.package.replace(/^prepay_id=/, '');
    const bill = await ask('GET', `${await sandboxOrigin()}/_sandbox/cashier?prepayId=${prepayId}`)
      .then(billIn)
      .catch(() => undefined);
    if (bill === undefined) return 'fail';
    const outcome = await askAtCashier(bill);
    try {
      await sandbox('cashier', { prepayId, outcome, openid: person().openid, pay: params });
    } catch {
      return 'fail';
    }
    return outcome === 'success' ? 'ok' : outcome;
  },

  async openMap({ name, latitude, longitude }) {
    const query = `position=${longitude},${latitude}&name=${encodeURIComponent(name)}`;
    window.open(`https://uri.amap.com/marker?${query}`);
    return Promise.resolve();
  },

  async callPhone(phone) {
    window.location.href = `tel:${phone}`;
    return Promise.resolve();
  },

  addToCalendar({ id, title, start, end, place, notes }) {
    const times = { startsAt: new Date(start), endsAt: new Date(end), changedAt: new Date() };
    const text = calendarText(title, [
      { uid: `${id}@yance`, ...times, sequence: 0, title, place, notes },
    ]);
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'visit.ics';
    link.click();
    URL.revokeObjectURL(address);
    return Promise.resolve('added' as const);
  },
};
