import { api, quiet, WxFailure, type Area, type WxContext } from './api.js';

/** A phone of 375 by 812 points with a notch. */
const SYSTEM = {
  brand: 'devtools',
  model: 'iPhone 15',
  pixelRatio: 3,
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 47,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.8.12',
  fontSizeSetting: 16,
  theme: 'light',
  safeArea: { top: 47, bottom: 778, left: 0, right: 375, width: 375, height: 731 },
};

/** The phone itself: its screen, its camera, its dialler and map. */
export function device({ recorder, answers }: WxContext): Area {
  const system = () => structuredClone(SYSTEM);
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    getSystemInfoSync: system,
    getWindowInfo: system,
    getDeviceInfo: system,
    getAppBaseInfo: system,
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized' }),
    getSystemInfo: api(recorder, 'getSystemInfo', system),
    getNetworkType: api(recorder, 'getNetworkType', () => ({ networkType: 'wifi' })),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 281,
      right: 368,
      width: 87,
      height: 32,
    }),
    scanCode: api(recorder, 'scanCode', () => {
      const result = answers().scan;
      if (result === null) throw new WxFailure('cancel');
      return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' };
    }),
    addPhoneCalendar: api(recorder, 'addPhoneCalendar', ({ title, startTime }) => {
      if (typeof title !== 'string' || typeof startTime !== 'number')
        throw new WxFailure('parameter error');
      if (answers().calendar === 'deny') throw new WxFailure('auth deny');
      return {};
    }),
    ...quiet(recorder, [
      ...['makePhoneCall', 'openLocation', 'previewImage', 'setClipboardData'],
      ...['vibrateShort', 'hideKeyboard', 'openSetting', 'openPrivacyContract'],
    ]),
  };
}
