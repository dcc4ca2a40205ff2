import { Form, Input, Select } from 'antd';

/** What a form asks of whoever answers for a client who is too young. */
export interface GuardianFields {
  readonly guardianName?: string;
  readonly relation?: string;
  readonly guardianPhone?: string;
}

const RELATIONS = ['母亲', '父亲', '其他监护人'].map((value) => ({ value, label: value }));
export const FIRST_RELATION: GuardianFields = { relation: '母亲' };

export const guardianOf = ({
  guardianName = '',
  relation = '',
  guardianPhone = '',
}: GuardianFields) => ({
  name: guardianName.trim(),
  relation,
  phone: guardianPhone.trim(),
});

/** Fields of a form for whoever answers for a client who is too young. */
export function GuardianItems({ below }: { below: number }) {
  return (
    <>
      <p className="note">未满 {below} 周岁的，由父母或其他监护人看过并签名。</p>
      <Form.Item
        name="guardianName"
        label="监护人姓名"
        rules={[{ required: true, min: 2, whitespace: true, message: '请填写监护人姓名' }]}
      >
        <Input maxLength={20} data-testid="guardian-name" />
      </Form.Item>
      <Form.Item name="relation" label="与顾客的关系">
        <Select options={RELATIONS} />
      </Form.Item>
      <Form.Item
        name="guardianPhone"
        label="监护人手机号"
        rules={[{ required: true, pattern: /^1\d{10}$/, message: '请填写 11 位手机号' }]}
      >
        <Input maxLength={11} inputMode="numeric" data-testid="guardian-phone" />
      </Form.Item>
    </>
  );
}
