import { Button, Form, Input, Segmented, Select } from 'antd';
import type { FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { DEVIATION_REASONS, REACTION_WORDS } from '@yance/shared-types';
import { Notice } from '../../../shared/ui/amount';
import { DateField } from '../../../shared/ui/date-field';
import { addDays } from '../../../shared/format/time';
import styles from '../care.module.css';
import { DoneFields } from './done-fields';
import { ProductFields } from './product-fields';
import type { RecordFields } from './record-fields';
import type { RecordWords } from './record-words';
import { chosenOf, optionsOf } from './word-field';

const [WORDS, WHY] = [1000, 200];
/** The ways of coming again that are offered at a tap. */
const WEEKS = [1, 2, 4, 6] as const;

/** The form of a record: services, products, how it was taken, what comes next. */
export function RecordForm({
  form,
  initial,
  words,
  visitedOn,
  deviates,
  onTyped,
  onSend,
  children,
}: {
  form: FormInstance<RecordFields>;
  initial: RecordFields;
  /** Words about her health are written while she agrees to that. */
  words: RecordWords;
  /** The day of the visit, YYYY-MM-DD. */
  visitedOn: string;
  /** Something in it that her health file speaks against: it is to be said why. */
  deviates: boolean;
  onTyped: (fields: RecordFields) => void;
  onSend: (fields: RecordFields) => void;
  /** Further fields at the end. */
  children?: ReactNode;
}) {
  const reaction = Form.useWatch('reaction', form) ?? initial.reaction;
  // Asked for once, it stays: what was typed is not taken away by the next try.
  const deviation = Form.useWatch('deviation', { form, preserve: true }) ?? initial.deviation;
  const isExplained = deviates || deviation !== '';
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
      <DoneFields words={words} />
      <ProductFields words={words} />
      {words.isFree ? <HealthWords reaction={reaction} /> : <NoConsent />}
      <Form.Item label="建议下次来的日期">
        <Form.Item name="nextOn" noStyle>
          <DateField min={visitedOn} testId="record-next-on" />
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
      {isExplained && <Deviation isFree={words.isFree} />}
      {children}
    </Form>
  );
}

/** Why it was done all the same: in her words who did it, or from a list where words need the client's consent. */
function Deviation({ isFree }: { isFree: boolean }) {
  if (isFree)
    return (
      <Words
        name="deviation"
        label="和健康档案不合，为什么这样做"
        extra="顾客看不到"
        placeholder="例如：只用在手背，顾客要求试用"
        maxLength={WHY}
      />
    );
  return (
    <Form.Item
      name="deviation"
      label="还没有做皮试，为什么这样做"
      extra="顾客看不到"
      getValueProps={chosenOf}
    >
      <Select
        options={optionsOf(DEVIATION_REASONS)}
        placeholder="选择原因"
        data-testid="record-deviation"
      />
    </Form.Item>
  );
}

/** How she took it, what she is advised, what colleagues should know. */
function HealthWords({ reaction }: { reaction: RecordFields['reaction'] }) {
  return (
    <>
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
    </>
  );
}

const NoConsent = () => (
  <Notice tone="amber" testId="record-no-consent">
    顾客没有同意保存健康信息：这次只记项目、用品、用量、参数和下次来的日期，从列表里选或填数字。反应、建议、备注和自己写的文字，要她签过同意书才能写。
  </Notice>
);

function Words({
  name,
  label,
  extra,
  placeholder,
  maxLength = WORDS,
}: {
  name: 'deviation' | 'reactionWords' | 'advice' | 'homeCare' | 'staffNote';
  label: string;
  extra?: string;
  placeholder?: string;
  maxLength?: number;
}) {
  return (
    <Form.Item name={name} label={label} extra={extra}>
      <Input.TextArea
        maxLength={maxLength}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={placeholder}
        data-testid={`record-${name}`}
      />
    </Form.Item>
  );
}
