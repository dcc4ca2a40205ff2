import Taro from '@tarojs/taro';

/** Brings the last step into view: price and rules are read before the button is tapped. */
export function showConfirmStep(): void {
  // The step grows with what was just chosen, so the page is measured after it has been drawn.
  Taro.nextTick(() => void Taro.pageScrollTo({ selector: '#step-confirm', duration: 250 }));
}
