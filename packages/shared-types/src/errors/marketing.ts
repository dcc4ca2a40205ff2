import { define } from './definition.js';

/** Automations and coupons. */
export const MARKETING_ERRORS = define({
  // marketing
  AUTOMATION_CHANGED: { status: 409, detail: '这项设置刚刚被改动，请看最新内容后再操作。' },
  AUTOMATION_NOT_FOUND: { status: 404, detail: '没有找到这个自动营销。' },
  AUTOMATION_STATE: { status: 409, detail: '要先开启才能发放。' },
  CALENDAR_LINK_NOT_FOUND: { status: 404, detail: '这个日历链接已失效，请在后台重新生成。' },
  CALL_NOT_FOUND: { status: 404, detail: '没有找到这通电话。' },
  CALL_SETTLED: { status: 409, detail: '这通电话已处理，不用再打。' },
  MARKETING_CHOICE_CHANGED: { status: 409, detail: '顾客的选择刚刚被改动，请刷新后再看。' },

  // coupons
  COUPON_BATCH_NOT_FOUND: { status: 404, detail: '没有找到这次发放。' },
  COUPON_CAP_REACHED: { status: 409, detail: '已经达到每人可领的张数了。' },
  COUPON_EXPIRED: { status: 409, detail: '这张优惠券不在有效期内。' },
  COUPON_HELD: { status: 409, detail: '这张优惠券正在另一张账单上使用，请先结清或取下它。' },
  COUPON_NOT_AT_DESK: { status: 403, detail: '这种优惠券不能在前台发放，请联系店长或营销。' },
  COUPON_NOT_FOUND: { status: 404, detail: '没有找到这张优惠券。' },
  COUPON_NOT_HERE: { status: 409, detail: '这张优惠券不能在这家门店使用。' },
  COUPON_NOT_OFFERED: { status: 409, detail: '这种优惠券现在不发放，请看看其他优惠。' },
  COUPON_NO_BIRTHDAY: { status: 409, detail: '还没有登记公历生日，不能发放生日券。' },
  COUPON_SOLD_OUT: { status: 409, detail: '来晚了一步，这种优惠券已经发完了。' },
  COUPON_STATE: { status: 409, detail: '这张优惠券现在的状态不能这样操作，请刷新后再看。' },
  COUPON_TEMPLATE_CHANGED: {
    status: 409,
    detail: '这个优惠券模板刚刚被改动，请看最新内容后再操作。',
  },
  COUPON_TEMPLATE_NOT_FOUND: { status: 404, detail: '没有找到这种优惠券。' },
});
