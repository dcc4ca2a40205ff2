import { account } from './account.js';
import type { Area, WxContext } from './api.js';
import { device } from './device.js';
import type { Listeners } from './listeners.js';
import { messages } from './messages.js';
import { navigation } from './navigation.js';
import { network } from './network.js';
import { pageParts } from './page-parts.js';
import { payment } from './payment.js';
import { prompts } from './prompts.js';
import { storage } from './storage.js';

/** The object `wx` of one phone. What is not here is undefined, as on a phone too old for it. */
export function makeWx(
  context: WxContext,
  listeners: Listeners,
  enterOptions: () => unknown,
): Area {
  return {
    ...account(context),
    ...device(context),
    ...messages(context),
    ...navigation(context),
    ...network(context),
    ...pageParts(context),
    ...payment(context),
    ...prompts(context),
    ...storage(context),
    ...listeners.area,
    getLaunchOptionsSync: enterOptions,
    getEnterOptionsSync: enterOptions,
    getUpdateManager: () => ({
      onCheckForUpdate: ignore,
      onUpdateReady: ignore,
      onUpdateFailed: ignore,
      applyUpdate: ignore,
    }),
  };
}

const ignore = () => undefined;
