import { api, textIn, type Area, type WxContext } from './api.js';

/** Moving between pages and tabs. */
export function navigation({ recorder, stack }: WxContext): Area {
  return {
    navigateTo: api(recorder, 'navigateTo', async (options) => {
      await stack.navigateTo(textIn(options, 'url'));
      return { eventChannel: { on: ignore, off: ignore, once: ignore, emit: ignore } };
    }),
    redirectTo: api(recorder, 'redirectTo', (options) => stack.redirectTo(textIn(options, 'url'))),
    reLaunch: api(recorder, 'reLaunch', (options) => stack.reLaunch(textIn(options, 'url'))),
    switchTab: api(recorder, 'switchTab', (options) => stack.switchTab(textIn(options, 'url'))),
    navigateBack: api(recorder, 'navigateBack', ({ delta }) =>
      stack.back(typeof delta === 'number' ? delta : 1),
    ),
  };
}

const ignore = () => undefined;
