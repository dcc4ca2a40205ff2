/**
 * Every refusal the API can answer: its stable code, HTTP status and a sentence for the person who reads it.
 * One table, so that a code without a status or a sentence does not compile.
 */
export interface ErrorDefinition {
  /** HTTP status (RFC 9110). 409 is "taken or wrong state", 422 only a reused idempotency key. */
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503;
  /** What the reader sees, in Chinese, with a way on. */
  readonly detail: string;
}

const define = <T extends Record<string, ErrorDefinition>>(table: T): T => table;

export const ERRORS = define({
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

  // health and care
  CARE_CONTRAINDICATED: {
    status: 409,
    detail: '这个项目需要美容师先确认，请联系门店，或换一个项目。',
  },
  CARE_RULE_CHANGED: { status: 409, detail: '这条内容刚刚被别人改动，请刷新后再修改。' },
  ASSESSMENT_CHANGED: { status: 409, detail: '这份记录刚刚被别人更正过，请看最新内容后再改。' },
  ASSESSMENT_DRAFT_CHANGED: { status: 409, detail: '这份草稿在另一处改过了，请刷新后接着填。' },
  ASSESSMENT_FORM_CHANGED: { status: 409, detail: '评估表刚刚更新了，请重新打开后再填。' },
  ASSESSMENT_NOT_FOUND: { status: 404, detail: '没有找到这份评估。' },
  HEALTH_CHANGED: { status: 409, detail: '健康信息刚刚被别人改动，请看最新内容后再修改。' },

  // what is planned for her
  CARE_PLAN_CHANGED: { status: 409, detail: '护理方案刚刚改过，请看最新内容后再操作。' },
  CARE_PLAN_GOES_ON: { status: 409, detail: '她已有进行中的护理方案，请直接调整那一份。' },
  CARE_PLAN_NOT_FOUND: { status: 404, detail: '没有找到这份护理方案。' },
  CARE_PLAN_STATE: { status: 409, detail: '护理方案现在的状态不能这样操作。' },
  CARE_PLAN_STEP_NOT_FOUND: { status: 404, detail: '没有找到方案里的这一次护理。' },
  CARE_PLAN_STEP_TAKEN: { status: 409, detail: '方案里的这一次已经约好或做完了，请刷新后再看。' },
  CARE_PLAN_TOO_SOON: { status: 409, detail: '离上一次护理太近了，请选晚一点的日子。' },

  // what was done at visits
  TREATMENT_CHANGED: { status: 409, detail: '这份记录刚刚被别人更正过，请看最新内容后再改。' },
  TREATMENT_DEVIATES: {
    status: 409,
    detail: '写的内容和顾客的健康档案不合。请核对；确实这样做了，请写明原因。',
  },
  TREATMENT_DRAFT_CHANGED: { status: 409, detail: '这份草稿在另一处改过了，请刷新后接着写。' },
  TREATMENT_FIRST: { status: 409, detail: '请先写好这次的护理记录，再点完成。' },
  TREATMENT_NOT_FOUND: { status: 404, detail: '没有找到这份护理记录。' },
  TREATMENT_NOT_YET: { status: 409, detail: '服务还没有开始，开始之后再写护理记录。' },
  TREATMENT_NOT_YOURS: {
    status: 403,
    detail: '护理记录由做这次护理的美容师来写，需要帮忙请联系店长。',
  },
  TREATMENT_TEMPLATE_CHANGED: {
    status: 409,
    detail: '这份模板刚刚被别人改动，请看最新内容后再改。',
  },
  TREATMENT_WRITTEN: { status: 409, detail: '这次护理的记录已经写好了，要改请用更正。' },
  // consents and risk notices
  CONSENT_GIVEN: { status: 409, detail: '这份同意书已经签过了，不用再签。' },
  CONSENT_NOT_FOUND: { status: 404, detail: '没有找到这份同意记录。' },
  CONSENT_NOT_GIVEN: { status: 409, detail: '现在没有同意，不需要撤回。' },
  CONSENT_TEXT_CHANGED: { status: 409, detail: '内容刚刚有更新，请看过新的内容再继续。' },
  BIRTHDAY_NEEDED: {
    status: 409,
    detail: '还不知道顾客的生日，不能确定要不要监护人签。请先填写带年份的生日。',
  },
  BIRTHDAY_AT_DESK: {
    status: 409,
    detail: '您的资料里登记的是未成年，改大年龄请到门店出示证件，由前台修改。',
  },
  GUARDIAN_REQUIRED: {
    status: 409,
    detail: '未成年人需要由监护人同意，请填写监护人并由监护人签名。',
  },
  HEALTH_CONSENT_MISSING: {
    status: 409,
    detail: '顾客还没有同意保存健康信息，或已经撤回。请先请她在手机或门店签署同意书。',
  },
  QUESTIONNAIRE_CHANGED: { status: 409, detail: '这份问卷刚刚有更新，请重新打开后再填。' },
  QUESTIONNAIRE_DRAFT_CHANGED: {
    status: 409,
    detail: '这份问卷在另一处改过了，请刷新后接着改。',
  },
  TOLD_CONFIRMED: { status: 409, detail: '这一条已经记进健康档案了，请看最新内容。' },
  QUESTIONNAIRE_NOT_FOUND: { status: 404, detail: '没有找到这份问卷。' },
  NOTICE_UNSIGNED: { status: 409, detail: '风险告知书还没有签，签过才能开始服务。' },

  // load and faults
  INTERNAL: { status: 500, detail: '系统出了点问题，我们已记录，请稍后再试。' },
  OVERLOADED: { status: 503, detail: '现在人有点多，请稍等几秒再试。' },
  RATE_LIMITED: { status: 429, detail: '操作太频繁了，请稍后再试。' },

  // running the house
  JOB_NOT_DEAD: { status: 409, detail: '这个任务不在失败列表里，请刷新后再看。' },
  JOB_NOT_FOUND: { status: 404, detail: '没有找到这个任务，可能已被清理。' },
  SMS_UNAVAILABLE: { status: 503, detail: '短信暂时发不出去，请稍后再试，或用微信手机号登录。' },

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

  // stored value
  BALANCE_TOO_LOW: { status: 409, detail: '余额不足，请充值或换一种方式付款。' },
  CARD_CAP_EXCEEDED: { status: 409, detail: '充值后会超过储值限额，请选金额小一点的方案。' },
  PACKAGE_CAP_EXCEEDED: {
    status: 409,
    detail: '购卡后会超过规定的限额，请先使用已有的卡，或选金额小一点的卡。',
  },
  CONTRACT_ALTERED: {
    status: 409,
    detail: '这份合同的内容和签约时的记录不一致，已停止展示，请联系门店负责人核对。',
  },
  CONTRACT_NOT_FOUND: { status: 404, detail: '没有找到这份协议。' },
  CONTRACT_SIGNED: { status: 409, detail: '这份协议已经签过了，不用再签。' },
  CONTRACT_TEXT_CHANGED: { status: 409, detail: '储值协议有更新，请看过新的内容再继续。' },
  CONTRACT_TEXT_MISSING: { status: 409, detail: '门店还没有设置储值协议，请联系门店。' },
  COOLING_OFF_OVER: { status: 409, detail: '没有可以无理由退款的储值，请选择其他退款原因。' },
  MEMBER_CODE_WRONG: { status: 409, detail: '会员码不对或已过期，请让顾客刷新后再试。' },
  NOTHING_TO_REFUND: { status: 409, detail: '没有可以退的余额。' },
  OPENING_PROTOCOL_USED: { status: 409, detail: '这份期初协议已经导入过，内容不同，请核对编号。' },
  PASSWORD_THROTTLED: { status: 429, detail: '密码输错的次数太多，请稍后再试。' },
  PASSWORD_WRONG: { status: 403, detail: '密码不正确，请重新输入。' },
  PRODUCT_BARCODE_TAKEN: { status: 409, detail: '这个条码已经用在另一件产品上。' },
  PRODUCT_CHANGED: { status: 409, detail: '这件产品刚刚被改动，请看最新内容后再操作。' },
  PRODUCT_NOT_FOUND: { status: 404, detail: '没有找到这件产品。' },
  PRICE_RULE_CHANGED: { status: 409, detail: '这条价格规则刚刚被改动，请看最新内容后再操作。' },
  PRICE_RULE_NOT_FOUND: { status: 404, detail: '没有找到这条价格规则。' },
  PACKAGE_FROZEN: { status: 409, detail: '这张卡已冻结，解冻后才能使用。' },
  PACKAGE_NOT_FOUND: { status: 404, detail: '没有找到这张卡。' },
  PACKAGE_HANDED_ON: { status: 409, detail: '这张卡已经转给别人，不能冲正，请办理退卡。' },
  PACKAGE_PLAN_CHANGED: { status: 409, detail: '这个卡项刚刚被改动，请看最新内容后再操作。' },
  PACKAGE_PLAN_NOT_FOUND: { status: 404, detail: '没有找到这个卡项。' },
  PACKAGE_PLAN_NOT_ON_SALE: { status: 409, detail: '这个卡项现在不能购买，请看看其他卡项。' },
  PACKAGE_RESERVED: { status: 409, detail: '这张卡有预约占用的次数，请先取消或完成预约。' },
  PACKAGE_STATE: { status: 409, detail: '这张卡现在的状态不能这样操作。' },
  PLAN_CHANGED: { status: 409, detail: '这个储值方案刚刚被改动，请看最新内容后再操作。' },
  ADJUSTMENT_NOT_FOUND: { status: 404, detail: '没有找到这次积分调整。' },
  ADJUSTMENT_STATE: { status: 409, detail: '这次积分调整已经处理过，请刷新后再看。' },
  CHECKED_IN_ALREADY: { status: 409, detail: '今天已经签到过了，明天再来吧。' },
  POINTS_OFF: { status: 409, detail: '本店现在没有开启积分，签到不积分。' },
  POINTS_SHARE_TOO_HIGH: { status: 409, detail: '积分抵扣超过了这张单子允许的上限。' },
  POINTS_TOO_LOW: { status: 409, detail: '积分不够，少用一些，或攒一攒再来。' },
  REDEMPTION_CODE_WRONG: { status: 409, detail: '领取码不对，请核对顾客手机上的领取码。' },
  REDEMPTION_NOT_FOUND: { status: 404, detail: '没有找到这次兑换。' },
  REDEMPTION_STATE: { status: 409, detail: '这次兑换已经处理过，请刷新后再看。' },
  REWARD_CHANGED: { status: 409, detail: '这个礼品刚刚被改动，请看最新内容后再操作。' },
  REWARD_GONE: { status: 409, detail: '这个礼品已经兑完了，看看别的吧。' },
  REWARD_LIMIT: { status: 409, detail: '这个礼品您已兑换到上限。' },
  REWARD_NOT_FOUND: { status: 404, detail: '没有找到这个礼品。' },
  SECOND_PERSON_NEEDED: { status: 409, detail: '需要另一位同事来确认，不能自己确认自己的。' },
  TIER_CHANGED: { status: 409, detail: '这个等级刚刚被改动，请看最新内容后再操作。' },
  TIER_NOT_FOUND: { status: 404, detail: '没有找到这个会员等级。' },
  PLAN_NOT_FOUND: { status: 404, detail: '没有找到这个储值方案。' },
  PLAN_NOT_ON_SALE: { status: 409, detail: '这个储值方案现在不能购买，请看看其他方案。' },
  REFUND_BY_SECOND_PERSON: { status: 409, detail: '退款要由另一位同事审批，不能自己批自己的。' },
  REFUND_CHANGED: { status: 409, detail: '余额刚刚有变动，可退金额不同了，请重新核对。' },
  REFUND_GIVES_NOTHING: {
    status: 409,
    detail:
      '按这一条算下来可退 0 元，卡里却还有本金。请换一条依据；顾客坚持的，由她本人在手机上看过金额后申请。',
  },
  REFUND_NOT_FOUND: { status: 404, detail: '没有找到这笔退款。' },
  REFUND_OPEN: { status: 409, detail: '已有一笔退款正在处理，请等它结束后再操作。' },
  REFUND_STATE: { status: 409, detail: '这笔退款现在的状态不能这样操作，请刷新后再看。' },
  REVERSAL_TOO_LATE: { status: 409, detail: '只能冲正当天的记录，更早的请走退款。' },
  SIGNATURE_REQUIRED: { status: 409, detail: '请先阅读并签署储值协议，再去付款。' },
  SLIP_NOT_ALLOWED: { status: 409, detail: '这家门店扣款需要顾客出示会员码。' },
  SLIP_USED: { status: 409, detail: '这个签字单号已经用过，请核对后再填。' },
  SESSION_NOT_AVAILABLE: { status: 409, detail: '没有可用的卡次，请改用其他方式或换一张卡。' },
  SESSION_USE_NOT_FOUND: { status: 404, detail: '没有找到这次耗卡。' },
  SESSION_USE_STATE: { status: 409, detail: '这次耗卡现在的状态不能这样操作。' },
  SESSION_USE_OF_BILL: { status: 409, detail: '这次耗卡是账单的一部分，请冲正整张账单。' },
  SPEND_NOT_FOUND: { status: 404, detail: '没有找到这笔扣款。' },
  SALE_OF_BILL: { status: 409, detail: '这张卡是随账单卖出的，请冲正整张账单。' },
  SPEND_OF_BILL: { status: 409, detail: '这笔扣款是账单的一部分，请冲正整张账单。' },
  SPEND_PAID_BACK: { status: 409, detail: '这笔扣款已经算进退款，不能再冲正。' },
  SPEND_STATE: { status: 409, detail: '这笔扣款现在的状态不能这样操作。' },
  TOP_UP_NOT_FOUND: { status: 404, detail: '没有找到这笔充值。' },
  TOP_UP_PAID_BACK: { status: 409, detail: '这笔储值已经有退款，不能再冲正。' },
  TOP_UP_STATE: { status: 409, detail: '这笔充值现在的状态不能这样操作。' },
  TRANSFER_REFUSED: { status: 409, detail: '不能转给自己，请选择另一位顾客。' },
  WALLET_FROZEN: { status: 409, detail: '这张储值卡已冻结，解冻后才能使用。' },
  WALLET_NOT_FROZEN: { status: 409, detail: '这张储值卡没有冻结。' },

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
  // the till
  BILLS_OPEN: { status: 409, detail: '还有没结完的账单，请先结账或作废，再日结。' },
  BILL_CHANGED: { status: 409, detail: '这张账单刚刚被别人改动，请看最新内容后再操作。' },
  BILL_EMPTY: { status: 409, detail: '账单里还没有项目，请先添加再结账。' },
  BILL_NEEDS_CLIENT: { status: 409, detail: '储值、卡项和挂账要先选顾客，请在账单上选好再结账。' },
  BILL_NOT_FOUND: { status: 404, detail: '没有找到这张账单。' },
  BILL_NOT_FIRST_VISIT: {
    status: 409,
    detail: '顾客已经不是首次到店，首次价不再适用。请点“重新算价”后再收款。',
  },
  BILL_CARD_USED: {
    status: 409,
    detail: '这张账单卖出的卡已经用过，不能再冲正，请改走退卡。',
  },
  BILL_REPAID: { status: 409, detail: '这张账单的欠款已经还过，不能再冲正，请联系财务处理。' },
  BILL_STATE: { status: 409, detail: '这张账单现在的状态不能这样操作，请刷新后再看。' },
  COMPLIMENTARY_OVER_QUOTA: { status: 409, detail: '本月赠送额度不够了，请减少赠送或请老板确认。' },
  DAY_CLOSED: { status: 409, detail: '这一天已经日结，不能再记账，请用今天的日期处理。' },
  DAY_NOT_OVER: { status: 409, detail: '这一天还没有到，不能日结。' },
  DEBT_TOO_HIGH: { status: 409, detail: '还款金额超过这位顾客的欠款，请核对。' },
  DISCOUNT_OVER_QUOTA: {
    status: 409,
    detail: '优惠超过您的权限，请有权限的同事输入账号和密码确认。',
  },
  SHIFT_NOT_FOUND: { status: 404, detail: '没有找到这个收银班次。' },
  SHIFT_OPEN: { status: 409, detail: '还有没交班的收银班次，请先交班。' },
  SHIFT_STATE: { status: 409, detail: '这个收银班次已经交班，请刷新后再看。' },
  TENDERS_UNEVEN: { status: 409, detail: '各种付款方式加起来与应付金额不一致，请核对。' },
  VISIT_HAS_BILL: { status: 409, detail: '这次到店已经开过账单，请打开那一张。' },
  VOUCHER_USED: { status: 409, detail: '这个团购券号已经核销过，请核对后再填。' },

  // payments by WeChat
  PAYMENTS_OFF: { status: 409, detail: '本店还没有开通微信支付，请用其他方式付款。' },
  PAYMENT_ORDER_NOT_FOUND: { status: 404, detail: '没有找到这笔订单。' },
  PAYMENT_ORDER_OVER: { status: 409, detail: '这笔订单已经结束，请查看订单结果。' },
  PAYMENT_ORDER_UNPAID: { status: 409, detail: '这笔订单还没有付款成功，不能退款。' },
  PAYMENT_REFUSED: { status: 409, detail: '微信支付没有接受这笔订单，没有扣款，请联系门店。' },
  REFUND_AT_WECHAT: {
    status: 409,
    detail: '微信那边已经有这笔退款，不能改为线下付款，请等微信的结果。',
  },
  REFUND_ELSEWHERE: { status: 409, detail: '这笔款项请到会员的钱包里办理退款，余额才会一起核对。' },
  REFUND_SENDING: {
    status: 409,
    detail: '这笔退款刚刚又发给了微信，还没有答复，现在不能改为线下付款，请一分钟后再看。',
  },
  REFUND_TOO_HIGH: { status: 409, detail: '退款金额超过这笔订单还能退的金额。' },
  REFUND_TOO_MANY: { status: 409, detail: '微信规定一笔订单最多退 50 次，请走银行转账。' },
  REFUND_TOO_OLD: {
    status: 409,
    detail: '付款已超过 365 天，微信不能原路退回，请登记顾客的银行账户，走银行转账退款。',
  },
  REFUND_UNCONFIRMED: {
    status: 503,
    detail: '微信还没有确认它那里没有这笔退款，现在不能改为线下付款，请稍后再试。',
  },
  WECHAT_PAY_UNAVAILABLE: {
    status: 503,
    detail: '微信支付暂时没有回应，请稍后再试，同一笔订单不会重复扣款。',
  },

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

  // the books
  HOLD_NOT_OPEN: { status: 409, detail: '这笔冻结已经处理过了，请刷新后再看。' },
  LEDGER_ALREADY_REVERSED: { status: 409, detail: '这笔账已经冲正过了，不能再冲一次。' },
  LEDGER_ENTRY_EXISTS: { status: 409, detail: '这笔账已经记过了，请刷新后查看。' },
  LEDGER_ENTRY_TOO_LARGE: {
    status: 409,
    detail: '这一笔牵涉的储值笔数太多，一次办不了，请分成几笔办理。',
  },
  LEDGER_KEY_REUSED: { status: 422, detail: '这个编号已经记过另一笔账，请刷新后再试。' },
  LEDGER_NOT_REVERSIBLE: { status: 409, detail: '这笔账不能冲正：它本身是冲正，或没有金额变动。' },
  LEDGER_TX_NOT_FOUND: { status: 404, detail: '没有找到这笔账。' },
});

export type ErrorCode = keyof typeof ERRORS;
