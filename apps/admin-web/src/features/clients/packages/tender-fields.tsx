import { Form, Input, Segmented } from 'antd';
import { referenceRule } from '../../../shared/ui/money-rules';

export type DeskTender = 'cash' | 'bank_card' | 'paycode' | 'stored_value';

export interface TenderFields {
  tender: DeskTender;
  reference?: string;
}

export const TENDER_WORDS: Readonly<Record<DeskTender, string>> = {
  cash: '现金',
  bank_card: '银行卡',
  paycode: '收款码',
  stored_value: '储值',
};

/** How it is paid; a card or a code has the number of its receipt. */
export function TenderItems({
  tender,
  offered,
  testId,
}: {
  tender: DeskTender | undefined;
  offered: readonly DeskTender[];
  testId: string;
}) {
  const isElsewhere = tender === 'bank_card' || tender === 'paycode';
  return (
    <>
      <Form.Item name="tender" label="收款方式">
        <Segmented
          options={offered.map((value) => ({ value, label: TENDER_WORDS[value] }))}
          data-testid={`${testId}-tender`}
        />
      </Form.Item>
      {isElsewhere && (
        <Form.Item
          name="reference"
          label="凭证号"
          extra="小票或收款记录上的号码"
          rules={referenceRule(tender === 'bank_card')}
        >
          <Input maxLength={40} data-testid={`${testId}-reference`} />
        </Form.Item>
      )}
    </>
  );
}
