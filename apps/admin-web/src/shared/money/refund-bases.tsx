import { Form, Input, Radio } from 'antd';
import type { RefundQuote } from '../api/contract';
import { Amount } from '../ui/amount';
import styles from '../ui/choices.module.css';
import { REASON_RULE } from '../ui/money-rules';

/** What each of the law's three bases gives back, for stored value or a card, of which one is chosen as `cause`. */
export function RefundBases({
  bases,
  testId,
}: {
  bases: RefundQuote['bases'];
  testId: 'refund' | 'package-refund';
}) {
  return (
    <Form.Item
      name="cause"
      label="按哪一条退"
      rules={[{ required: true, message: '请选择退款依据' }]}
    >
      <Radio.Group className={styles.choices} data-testid={`${testId}-bases`}>
        {bases.map(({ cause, name, rule, amountFen, available }) => (
          <Radio key={cause} value={cause} disabled={!available} data-testid={`${testId}-${cause}`}>
            <span className={styles.choice}>
              <span className={styles.words}>
                <strong>{name}</strong>
                <span className="note">{rule}</span>
                {!available && <span className="note">这张卡不适用。</span>}
              </span>
              <Amount fen={amountFen} gold strong />
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

/** Why it is given back, in the words of whoever asks. */
export function RefundReason({ testId }: { testId: 'refund' | 'package-refund' }) {
  return (
    <Form.Item name="reason" label="原因" rules={REASON_RULE}>
      <Input.TextArea
        maxLength={200}
        autoSize={{ minRows: 2 }}
        placeholder="例如：顾客搬家，要求退卡"
        data-testid={`${testId}-reason`}
      />
    </Form.Item>
  );
}
