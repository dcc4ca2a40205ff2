import type { Rule } from 'antd/es/form';

/** A whole number between two; empty is allowed unless it is required. */
export const wholeRule = (least: number, most: number, isRequired = true): Rule[] => [
  {
    required: isRequired,
    validator: (_, text: string | undefined) => {
      const typed = (text ?? '').trim();
      if (typed === '' && !isRequired) return Promise.resolve();
      const isRight = /^\d{1,8}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
      return isRight
        ? Promise.resolve()
        : Promise.reject(new Error(`应是 ${least} 到 ${most} 的整数`));
    },
  },
];

/** A number with at most two digits after the point, between two. */
export const decimalRule = (least: number, most: number): Rule[] => [
  {
    required: true,
    validator: (_, text: string | undefined) => {
      const typed = (text ?? '').trim();
      const isRight =
        /^\d{1,3}(\.\d{1,2})?$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
      return isRight
        ? Promise.resolve()
        : Promise.reject(new Error(`应在 ${least} 到 ${most} 之间，最多两位小数`));
    },
  },
];
