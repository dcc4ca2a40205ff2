import { define } from './definition.js';

/** Visits, shifts and the calendar. */
export const BOOKING_ERRORS = define({
  // booking
  APPOINTMENT_CHANGED: { status: 409, detail: '这条预约刚刚被别人改动，请看最新内容后再操作。' },
  APPOINTMENT_NOT_FOUND: { status: 404, detail: '没有找到这条预约。' },
  BEYOND_HORIZON: { status: 409, detail: '这个日期还没有开放预约，请选近一点的日子。' },
  NOT_BOOKABLE_ONLINE: { status: 409, detail: '这个项目需要到店或电话预约，请联系门店。' },
  BOOK_BY_PHONE: { status: 409, detail: '这家门店想先和您通个电话再约，请致电门店。' },
  OFFER_GONE: { status: 409, detail: '这个时间已经不再保留，请看看现在的安排。' },
  PHONE_REQUIRED: { status: 409, detail: '请先留一个手机号，门店好在需要时联系您。' },
  SERVICE_NOT_FOUND: { status: 404, detail: '没有找到这个项目，可能已下架。' },
  CERTIFICATE_CHANGED: { status: 409, detail: '这张健康证刚刚被别人登记过，请看最新内容后再改。' },
  STAFF_NOT_FOUND: { status: 404, detail: '没有找到这位员工。' },
  SHIFT_REQUEST_ELSEWHERE: {
    status: 409,
    detail: '她在别的门店也有预约，请能管这几家门店的人来批。',
  },
  SHIFT_REQUEST_NOT_FOUND: { status: 404, detail: '没有找到这条申请。' },
  SHIFT_REQUEST_OVERLAPS: { status: 409, detail: '其中有一天已有待批的申请，请先撤回那一条。' },
  SHIFT_REQUEST_OWN: { status: 409, detail: '自己的申请不能自己批，请另一位店长或老板处理。' },
  SHIFT_REQUEST_SETTLED: { status: 409, detail: '这条申请已经处理过了，请看最新结果。' },
  SHIFT_REQUEST_STALE: { status: 409, detail: '这一天的班后来又改过，请驳回并请她重新申请。' },
  SHIFT_TEMPLATE_CHANGED: { status: 409, detail: '这个班次刚刚被别人改过，请看最新内容后再改。' },
  SHIFT_TEMPLATE_NOT_FOUND: { status: 404, detail: '没有找到这个班次，可能已停用。' },
  SHIFT_TOUCHES_VISITS: {
    status: 409,
    detail: '刚刚又有预约落在要改的班上，请再看一遍受影响的预约。',
  },
  SLOT_TAKEN: { status: 409, detail: '这个时间已经约不上了，请看看相近的时间。' },
  STAFF_NOT_AVAILABLE: { status: 409, detail: '所选的美容师不做这个项目，请换一位。' },
  STORE_CLOSED: { status: 409, detail: '这家门店暂停预约，请联系门店。' },
  STORE_NOT_FOUND: { status: 404, detail: '没有找到这家门店。' },
  TOO_MANY_OPEN_VISITS: { status: 409, detail: '您已有多条未完成的预约，请先完成或取消后再约。' },
  TURNS_NOT_KEPT: { status: 409, detail: '这家门店没有启用轮牌。' },
  TURN_NOT_ON_DUTY: { status: 409, detail: '今天没有排班，不能签到轮牌。请先请店长排班。' },
  TURN_NOT_SIGNED_IN: { status: 409, detail: '还没有签到，不在轮牌里。' },
  TOO_SOON: { status: 409, detail: '这个时间太近了，请选晚一点的时间或致电门店。' },
  TRANSITION_REFUSED: { status: 409, detail: '这条预约现在的状态不能这样操作。' },
  VISIT_NOT_YET: { status: 409, detail: '还没到这个时候，到了预约时间再操作。' },
});
