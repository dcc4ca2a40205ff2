import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Phone, type PhonePlan } from '../../src/index.js';

const APP_JSON = { pages: ['pages/home/index'] };

/** Writes a tiny mini-program: one page, unless `files` say more. Objects become JSON. */
export function aBundle(files: Record<string, string | object>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
  const all = {
    'app.json': APP_JSON,
    'app.js': 'App({})',
    'pages/home/index.json': {},
    'pages/home/index.wxml': '<view class="hello">你好</view>',
    'pages/home/index.js': 'Page({})',
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const opened: Phone[] = [];

/** A phone with such a bundle open; closed after the test by `closePhones`. */
export async function aPhone(
  files: Record<string, string | object>,
  plan: Partial<PhonePlan> = {},
): Promise<Phone> {
  const person = { openid: 'o-1', phone: '13900000001' };
  const phone = await Phone.open({ bundle: aBundle(files), person, ...plan });
  opened.push(phone);
  return phone;
}

export async function closePhones(): Promise<void> {
  await Promise.all(opened.splice(0).map((phone) => phone.close()));
}

/** A page of one button `.go` whose tap runs `body`; what it puts into `said` is shown in `.said`. */
export const pageThatDoes = (body: string): Record<string, string> => ({
  'pages/home/index.wxml':
    '<view class="go" bindtap="go">去</view><view class="said">{{said}}</view>',
  'pages/home/index.js': `Page({
    data: { said: '' },
    go() { const say = (said) => this.setData({ said: JSON.stringify(said) }); ${body} },
  })`,
});
