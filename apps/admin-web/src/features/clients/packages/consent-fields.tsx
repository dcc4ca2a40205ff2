import { Form, Input, Segmented } from 'antd';
import { useLimits } from '../../../shared/requests/read-limits';
import { referenceRule } from '../../../shared/ui/money-rules';

/** How the client agrees: with her code, or on a slip where the store allows it. */
export interface ConsentFields {
  consent: 'code' | 'slip';
  code?: string;
  slipNo?: string;
}

export const consentOf = ({ consent, code = '', slipNo = '' }: ConsentFields) =>
  consent === 'code' ? { code: code.trim() } : { slipNo: slipNo.trim() };

/** How she agreed, in words. */
export const consentWords = ({ consent, slipNo = '' }: ConsentFields): string =>
  consent === 'slip' ? `签字单 ${slipNo.trim()}` : '顾客出示会员码';

/** The client's yes, as part of a form. The names of its parts in tests begin with `testId`. */
export function ConsentItems({
  consent,
  storeId,
  testId,
}: {
  consent: ConsentFields['consent'] | undefined;
  storeId: string;
  testId: string;
}) {
  const slipAllowed = useLimits(storeId).data?.settings.slipAllowed ?? true;
  return (
    <>
      <Form.Item name="consent" label="顾客确认">
        <Segmented
          options={[
            { value: 'code', label: '会员码' },
            { value: 'slip', label: '签字单', disabled: !slipAllowed },
          ]}
          data-testid={`${testId}-consent`}
        />
      </Form.Item>
      {consent === 'slip' ? (
        <Form.Item
          name="slipNo"
          label="签字单号"
          extra="顾客签过名的单子，号码只能用一次"
          rules={referenceRule(true)}
        >
          <Input maxLength={40} data-testid={`${testId}-slip`} />
        </Form.Item>
      ) : (
        <Form.Item
          name="code"
          label="会员码"
          extra="光标放在这里扫码，或输入小程序上的一串数字"
          rules={[
            { required: true, message: '请扫顾客的会员码' },
            { pattern: /^[\d\s-]{12,40}$/, message: '会员码应为一串数字' },
          ]}
        >
          <Input
            maxLength={40}
            inputMode="numeric"
            autoComplete="off"
            data-testid={`${testId}-code`}
          />
        </Form.Item>
      )}
    </>
  );
}
