import { Button, Form, Input, Segmented } from 'antd';
import type { FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { REACTION_WORDS } from '@yance/shared-types';
import { addDays } from '../../../shared/format/time';
import styles from '../care.module.css';
import { DoneFields } from './done-fields';
import { ProductFields } from './product-fields';
import type { RecordFields } from './record-fields';

const WORDS = 1000;
/** The ways of coming again that are offered at a tap. */
const WEEKS = [1, 2, 4, 6] as const;

/** The form of a record: services, products, how it was taken, what comes next. */
export function RecordForm({
  form,
  initial,
  visitedOn,
  onTyped,
  onSend,
  children,
}: {
  form: FormInstance<RecordFields>;
  initial: RecordFields;
  /** The day of the visit, YYYY-MM-DD. */
  visitedOn: string;
  onTyped: (fields: RecordFields) => void;
  onSend: (fields: RecordFields) => void;
  /** Further fields at the end. */
  children?: ReactNode;
}) {
  const reaction = Form.useWatch('reaction', form) ?? initial.reaction;
  const all = () => ({ ...initial, ...(form.getFieldsValue(true) as RecordFields) });
  return (
    <Form<RecordFields>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={initial}
      onValuesChange={() => onTyped(all())}
      onFinish={() => onSend(all())}
      data-testid="record-form"
    >
      <DoneFields />
      <ProductFields />
      <Form.Item name="reaction" label="护理后的反应">
        <Segmented
          block
          options={(['none', 'mild', 'marked'] as const).map((value) => ({
            value,
            label: REACTION_WORDS[value],
          }))}
          data-testid="record-reaction"
        />
      </Form.Item>
      {reaction !== 'none' && (
        <Words
          name="reactionWords"
          label="是怎样的反应"
          placeholder="例如：两颊微红，十分钟后退去"
        />
      )}
      <Words name="advice" label="给顾客的建议" extra="顾客在手机上会看到" />
      <Words name="homeCare" label="居家护理" extra="顾客在手机上会看到" />
      <Words name="staffNote" label="给同事的话" extra="顾客看不到" />
      <Form.Item label="建议下次来的日期">
        <Form.Item name="nextOn" noStyle>
          <Input type="date" min={visitedOn} data-testid="record-next-on" />
        </Form.Item>
        <div className={styles.quick}>
          {WEEKS.map((weeks) => (
            <Button
              key={weeks}
              onClick={() => {
                form.setFieldValue('nextOn', addDays(visitedOn, weeks * 7));
                onTyped(all());
              }}
            >
              {weeks} 周后
            </Button>
          ))}
        </div>
      </Form.Item>
      {children}
    </Form>
  );
}

function Words({
  name,
  label,
  extra,
  placeholder,
}: {
  name: 'reactionWords' | 'advice' | 'homeCare' | 'staffNote';
  label: string;
  extra?: string;
  placeholder?: string;
}) {
  return (
    <Form.Item name={name} label={label} extra={extra}>
      <Input.TextArea
        maxLength={WORDS}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={placeholder}
        data-testid={`record-${name}`}
      />
    </Form.Item>
  );
}
