import { api, quiet, textIn, WxFailure, type Area, type Options, type WxContext } from './api.js';

/** Questions and notes of WeChat's own. A question is answered at once, as the person's answers say. */
export function prompts({ recorder, answers }: WxContext): Area {
  return {
    showModal: api(recorder, 'showModal', (options) => {
      checkModal(options);
      const confirm = answers().modal === 'confirm';
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: api(recorder, 'showActionSheet', ({ itemList }) => {
      const lines = Array.isArray(itemList) ? itemList.length : 0;
      if (lines === 0) throw new WxFailure('parameter error: itemList should not be empty');
      const tapIndex = answers().actionSheet;
      if (tapIndex === 'cancel' || tapIndex >= lines) throw new WxFailure('cancel');
      return { tapIndex };
    }),
    showToast: api(recorder, 'showToast', (options) => {
      textIn(options, 'title');
      return {};
    }),
    ...quiet(recorder, ['hideToast', 'showLoading', 'hideLoading']),
  };
}

/** Longer words make the real call fail. */
function checkModal(options: Options): void {
  for (const key of ['confirmText', 'cancelText']) {
    const words = options[key];
    if (typeof words === 'string' && words.length > 4) {
      throw new WxFailure(`${key} length should not larger than 4 Chinese characters`);
    }
  }
}
