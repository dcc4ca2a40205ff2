import { define } from './definition.js';

/** Files of clients: who they are, where they come from, where they go. */
export const CLIENT_ERRORS = define({
  // clients and identity
  CLIENT_CHANGED: { status: 409, detail: '这份档案刚刚被别人改动，请看最新内容后再修改。' },
  CLIENT_HAS_NO_CONTACT: { status: 409, detail: '这位顾客没有留这一项，请刷新后再看。' },
  CLIENT_HAS_NO_PHONE: { status: 409, detail: '这位顾客还没有留手机号。' },
  CLIENT_MERGED: { status: 409, detail: '这份档案已合并到另一份档案，请打开合并后的档案。' },
  CLIENT_NOT_FOUND: { status: 404, detail: '没有找到这位顾客。' },
  FILTER_NAME_TAKEN: { status: 409, detail: '已经有同名的筛选，请换一个名称。' },
  FILTER_NOT_FOUND: { status: 404, detail: '这个筛选已经不在了。' },
  LOGIN_FAILED: { status: 401, detail: '用户名、密码或动态码不正确。' },
  LOGIN_THROTTLED: { status: 429, detail: '尝试次数太多，请稍后再登录。' },
  MERGE_NOT_FOUND: { status: 404, detail: '没有找到这次合并。' },
  MERGE_SAME_FILE: { status: 409, detail: '这是同一份档案，请选择另一份。' },
  MERGE_STATE: {
    status: 409,
    detail: '这次合并已经撤销，或合并后的档案又并入了别的档案，请先撤销后面那次。',
  },
  MERGE_TOO_OLD: { status: 409, detail: '合并已超过 30 天，不能再撤销。' },
  MERGE_VALUE_SPENT: {
    status: 409,
    detail: '并过来的储值、积分或优惠券已经用掉一部分，不能撤销。请先撤销相关的消费。',
  },
  NOTE_CHANGED: { status: 409, detail: '这条备注刚刚被别人更正，请看最新内容。' },
  PASSWORD_REFUSED: { status: 400, detail: '密码不符合要求，请换一个。' },
  PHONE_ON_OTHER_FILE: {
    status: 409,
    detail: '别的顾客档案里也有这个手机号，请先确认是不是家人共用。',
  },
  PHONE_PROOF_EXPIRED: { status: 409, detail: '手机号验证已过期，请重新验证。' },
  PHONE_SHARED: { status: 409, detail: '这个手机号有多份档案，请选择哪一份是您的。' },
  PHONE_TIED: {
    status: 409,
    detail: '这个手机号的档案已绑定另一个微信，请联系门店核实，或以新档案继续。',
  },
  SMS_CODE_WRONG: { status: 400, detail: '验证码不正确或已过期，请检查或重新获取。' },
  SMS_TOO_SOON: { status: 429, detail: '验证码刚刚发过，请稍后再获取。' },
  TAG_NAME_TAKEN: { status: 409, detail: '已经有同名的标签或分组，请换一个名称。' },
  TOO_MANY_FILTERS: { status: 409, detail: '存的筛选太多了，请先删掉几个。' },
  TOTP_REQUIRED: { status: 401, detail: '请输入身份验证器上的 6 位动态码。' },
  TOTP_STATE: { status: 409, detail: '两步验证现在的状态不能这样操作。' },
  USERNAME_TAKEN: { status: 409, detail: '这个用户名已有人使用，请换一个。' },
  WECHAT_CODE_REFUSED: { status: 400, detail: '微信授权已失效，请重新授权。' },
  WECHAT_UNAVAILABLE: { status: 503, detail: '微信暂时没有回应，请稍后再试。' },

  // files of clients from elsewhere
  IMPORT_NOT_FOUND: { status: 404, detail: '没有找到这次导入。' },
  IMPORT_STATE: { status: 409, detail: '这次导入已经走到别的一步了，请刷新后再看。' },
  IMPORT_ROW_STATE: { status: 409, detail: '这一行不用选择，请刷新后再看。' },
  IMPORT_RUNNING: { status: 409, detail: '还有一份导入正在进行，请等它完成。' },
  IMPORT_INCOMPLETE: { status: 409, detail: '文件还没有传完，请重新上传。' },
  IMPORT_UNREADABLE: { status: 400, detail: '读不出这个文件，请另存为 .xlsx 或 .csv 再上传。' },
  IMPORT_CONTENT_GONE: { status: 409, detail: '导入的内容已经过了保留期，不能再用了。' },

  // lists of clients that leave the house
  DUPLICATE_NOT_FOUND: { status: 404, detail: '这一对档案已经处理过了，请刷新后再看。' },
  EXPORT_NOT_FOUND: { status: 404, detail: '没有找到这次导出。' },
  EXPORT_STATE: { status: 409, detail: '这次导出已经走到别的一步了，请刷新后再看。' },
  EXPORT_SECOND_PERSON: { status: 403, detail: '自己申请的导出，需要由另一位同事同意。' },
  EXPORT_EMPTY: { status: 409, detail: '没有符合条件的顾客，请换个条件。' },
  EXPORT_TOO_LARGE: { status: 409, detail: '符合条件的顾客太多，请分几次导出。' },
  EXPORT_CHANGED: {
    status: 409,
    detail: '符合条件的顾客人数和申请时相差太多，名单没有导出，请重新申请。',
  },
  EXPORT_CLOSED: { status: 409, detail: '文件只保留 24 小时，已经过期，请重新申请。' },
});
