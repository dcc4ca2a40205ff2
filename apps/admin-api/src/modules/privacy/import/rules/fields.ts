/** What a column of a file can be. */
export const IMPORT_FIELDS = [
  'name',
  'phone',
  'otherPhone',
  'gender',
  'birthday',
  'source',
  'createdOn',
  'ownNo',
  'occupation',
  'wechatName',
  'email',
  'address',
  'note',
  'principal',
  'bonus',
  'originalPrice',
  'paidOn',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How fields are called on screens and in the sheet of faults. */
export const FIELD_NAMES: Readonly<Record<ImportField, string>> = {
  name: '姓名',
  phone: '手机号',
  otherPhone: '备用手机号',
  gender: '性别',
  birthday: '生日',
  source: '来源',
  createdOn: '建档日期',
  ownNo: '本店编号',
  occupation: '职业',
  wechatName: '微信名',
  email: '邮箱',
  address: '居住区域',
  note: '备注',
  principal: '剩余本金',
  bonus: '剩余赠金',
  originalPrice: '原购买金额',
  paidOn: '购买日期',
};

/** Columns that bring value along: they need a signed protocol. */
export const MONEY_FIELDS: readonly ImportField[] = ['principal', 'bonus'];

/** Headings that mean a field, without spaces and marks, in small letters. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    ...['姓名', '名字', '顾客', '顾客姓名', '客户', '客户姓名', '客户名称', '会员', '会员姓名'],
    ...['会员名', '顾客名称', '客人姓名', '称呼', 'name'],
  ],
  phone: [
    ...['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '会员手机'],
    ...['会员电话', '移动电话', '客户电话', '顾客手机', '主手机', 'phone', 'mobile', 'tel'],
  ],
  otherPhone: [
    ...['备用手机', '备用手机号', '备用电话', '其他电话', '第二电话', '手机2', '电话2', '手机号2'],
    ...['家人电话', '其他手机号'],
  ],
  gender: ['性别', '男女', 'gender', 'sex'],
  birthday: ['生日', '出生日期', '出生年月', '出生年月日', '会员生日', '顾客生日', 'birthday'],
  source: ['来源', '客户来源', '顾客来源', '会员来源', '渠道', '来源渠道', '获客渠道'],
  createdOn: [
    ...['建档日期', '建档时间', '开卡日期', '开卡时间', '办卡日期', '办卡时间', '入会日期'],
    ...['入会时间', '注册日期', '注册时间', '登记日期', '创建时间', '建卡日期'],
  ],
  ownNo: [
    ...['本店编号', '会员卡号', '卡号', '会员号', '会员编号', '客户编号', '顾客编号', '档案号'],
    ...['档案编号', '编号'],
  ],
  occupation: ['职业', '工作', '从事职业'],
  wechatName: ['微信', '微信号', '微信名', '微信昵称', 'wechat'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'mail'],
  address: ['住址', '地址', '家庭住址', '联系地址', '居住地', '小区', '住在', '区域'],
  principal: [
    ...['剩余本金', '本金', '本金余额', '储值余额', '余额', '卡内余额', '账户余额', '充值余额'],
    ...['储值本金', '现金余额'],
  ],
  bonus: ['剩余赠金', '赠金', '赠金余额', '赠送余额', '赠送金额', '赠送金'],
  originalPrice: ['原购买金额', '购买金额', '充值金额', '实付金额'],
  paidOn: ['购买日期', '充值日期', '充值时间', '最近充值', '购买时间'],
  note: ['备注', '备注信息', '说明', '客户备注', '顾客备注', '会员备注', '其他', 'remark', 'note'],
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
);

/** A heading without what people put around it: `手机号 *（必填）` is `手机号`. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|【.*?】/g, '')
    .replace(/[\s*:_\-/、.]/g, '');

/** What a column under this heading probably is. */
export const fieldOfHeading = (heading: string): ImportField | undefined =>
  FIELD_OF.get(plainHeading(heading));
