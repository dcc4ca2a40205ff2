import { api, type Area, type WxContext } from './api.js';

/** Login through the sandbox, and what the person allowed. */
export function account({ recorder, wechat }: WxContext): Area {
  return {
    login: api(recorder, 'login', async () => ({ code: await wechat.loginCode() })),
    checkSession: api(recorder, 'checkSession', () => ({})),
    getSetting: api(recorder, 'getSetting', () => ({ authSetting: {} })),
    getPrivacySetting: api(recorder, 'getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '',
    })),
    requirePrivacyAuthorize: api(recorder, 'requirePrivacyAuthorize', () => ({})),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    }),
  };
}
