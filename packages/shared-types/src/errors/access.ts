import { define } from './definition.js';

/** Requests, who asks, load and the running of the house. */
export const ACCESS_ERRORS = define({
  // the request itself
  BODY_TOO_LARGE: { status: 413, detail: '提交的内容太大了，请减少后再试。' },
  HEADERS_TOO_LARGE: { status: 431, detail: '请求头太大了，请清除浏览器缓存后再试。' },
  INVALID_INPUT: { status: 400, detail: '有内容填写不正确，请检查后再提交。' },
  INVALID_JSON: { status: 400, detail: '提交的内容无法识别，请刷新后再试。' },
  IDEMPOTENCY_KEY_REQUIRED: { status: 400, detail: '这次提交缺少编号，请刷新后再试。' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, detail: '这个编号已用于另一次提交，请刷新后再试。' },
  NOT_FOUND: { status: 404, detail: '没有找到，可能已被删除或不属于您。' },
  REQUEST_TOO_SLOW: { status: 408, detail: '网络太慢，内容没有传完，请稍后再试。' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, detail: '不支持这种内容格式。' },

  // who is asking
  CSRF_REFUSED: { status: 403, detail: '页面已过期，请刷新后再试。' },
  FORBIDDEN: { status: 403, detail: '您的账号没有这项权限，如有需要请联系店长。' },
  UNAUTHENTICATED: { status: 401, detail: '登录已失效，请重新登录。' },
  WRONG_STORE: { status: 403, detail: '您的账号不在这家门店，请切换门店后再试。' },

  // load and faults
  INTERNAL: { status: 500, detail: '系统出了点问题，我们已记录，请稍后再试。' },
  OVERLOADED: { status: 503, detail: '现在人有点多，请稍等几秒再试。' },
  RATE_LIMITED: { status: 429, detail: '操作太频繁了，请稍后再试。' },

  // running the house
  JOB_NOT_DEAD: { status: 409, detail: '这个任务不在失败列表里，请刷新后再看。' },
  JOB_NOT_FOUND: { status: 404, detail: '没有找到这个任务，可能已被清理。' },
  SMS_UNAVAILABLE: { status: 503, detail: '短信暂时发不出去，请稍后再试，或用微信手机号登录。' },
});
