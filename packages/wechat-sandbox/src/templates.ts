/** What kind of value a template field takes; WeChat names the field by its kind and a number. */
export type FieldKind =
  | 'thing'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'name'
  | 'phrase';

/** One line of a subscribe message, for example `thing1` with the label 预约项目. */
export interface TemplateField {
  readonly key: `${FieldKind}${number}`;
  readonly label: string;
}

/** A subscribe-message template as the platform's console would show it. */
export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly TemplateField[];
}

/** The names under which the product knows its templates. */
export type TemplateKind =
  | 'appointmentConfirmed'
  | 'appointmentChanged'
  | 'appointmentCancelled'
  | 'balanceChanged'
  | 'sessionUsed'
  | 'couponExpiring'
  | 'appointmentReminder'
  | 'appointmentSoon';

export type TemplateSet = Readonly<Record<TemplateKind, MessageTemplate>>;

function appointmentFields(timeLabel: string): readonly TemplateField[] {
  return [
    { key: 'thing1', label: '预约项目' },
    { key: 'time2', label: timeLabel },
    { key: 'thing3', label: '预约门店' },
    { key: 'thing4', label: '服务人员' },
    { key: 'phrase5', label: '预约状态' },
  ];
}

/** The templates that the sandbox knows; ids have the 43 characters of real ones. */
export const TEMPLATES: TemplateSet = {
  appointmentConfirmed: {
    id: 'YanceDemo-AppointmentConfirmed-000000000001',
    title: '预约成功通知',
    fields: appointmentFields('预约时间'),
  },
  appointmentChanged: {
    id: 'YanceDemo-AppointmentChanged-00000000000002',
    title: '预约变更通知',
    fields: appointmentFields('变更后时间'),
  },
  appointmentCancelled: {
    id: 'YanceDemo-AppointmentCancelled-000000000003',
    title: '预约取消通知',
    fields: appointmentFields('原预约时间'),
  },
  balanceChanged: {
    id: 'YanceDemo-BalanceChanged-000000000000000004',
    title: '余额变动提醒',
    fields: [
      { key: 'thing1', label: '变动项目' },
      { key: 'phrase2', label: '变动类型' },
      { key: 'amount3', label: '变动金额' },
      { key: 'amount4', label: '当前余额' },
      { key: 'time5', label: '变动时间' },
    ],
  },
  sessionUsed: {
    id: 'YanceDemo-SessionUsed-000000000000000000005',
    title: '次卡核销提醒',
    fields: [
      { key: 'thing1', label: '核销项目' },
      { key: 'phrase2', label: '核销状态' },
      { key: 'thing3', label: '剩余次数' },
      { key: 'time4', label: '核销时间' },
    ],
  },
  couponExpiring: {
    id: 'YanceDemo-CouponExpiring-000000000000000006',
    title: '卡券到期提醒',
    fields: [
      { key: 'thing1', label: '卡券名称' },
      { key: 'thing2', label: '优惠内容' },
      { key: 'date3', label: '到期时间' },
      { key: 'thing4', label: '温馨提示' },
    ],
  },
  appointmentReminder: {
    id: 'YanceDemo-AppointmentReminder-0000000000007',
    title: '预约提醒',
    fields: appointmentFields('预约时间'),
  },
  appointmentSoon: {
    id: 'YanceDemo-AppointmentSoon-00000000000000008',
    title: '服务即将开始提醒',
    fields: appointmentFields('预约时间'),
  },
};

/** The same templates under other ids, for whoever configures the API with ids of his own. */
export function withTemplateIds(
  ids: Partial<Record<TemplateKind, string | undefined>>,
): TemplateSet {
  const named = (kind: TemplateKind): MessageTemplate => ({
    ...TEMPLATES[kind],
    id: ids[kind] ?? TEMPLATES[kind].id,
  });
  return {
    appointmentConfirmed: named('appointmentConfirmed'),
    appointmentChanged: named('appointmentChanged'),
    appointmentCancelled: named('appointmentCancelled'),
    balanceChanged: named('balanceChanged'),
    sessionUsed: named('sessionUsed'),
    couponExpiring: named('couponExpiring'),
    appointmentReminder: named('appointmentReminder'),
    appointmentSoon: named('appointmentSoon'),
  };
}
