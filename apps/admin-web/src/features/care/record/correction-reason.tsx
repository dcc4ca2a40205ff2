import { Form, Input, Select } from 'antd';
import { CORRECTION_REASONS } from '@yance/shared-types';
import { optionsOf } from './word-field';

/** Why a record is corrected: in words, or from a list where words need the client's consent. */
export function CorrectionReason({ isFree }: { isFree: boolean }) {
  return (
    <Form.Item
      name="reason"
      label="更正的原因"
      rules={[{ required: true, whitespace: true, message: '请写更正的原因' }]}
    >
      {isFree ? (
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} data-testid="record-reason" />
      ) : (
        <Select
          options={optionsOf(CORRECTION_REASONS)}
          placeholder="选择原因"
          data-testid="record-reason"
        />
      )}
    </Form.Item>
  );
}
