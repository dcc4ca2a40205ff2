import { Checkbox, Form, Input } from 'antd';
import { useTemplates } from '../../shared/requests/list-templates';
import type { AutomationFields } from './automation-form';
import { previewOf } from './message-preview';
import styles from './marketing.module.css';

/** What the client reads with her coupon, and how she is told. */
export function MessagePart(
  fields: Pick<AutomationFields, 'words' | 'templateId' | 'daysAfter' | 'bySms' | 'byCall'>,
) {
  const templates = useTemplates();
  const template = templates.data?.find(({ id }) => id === fields.templateId);
  const { lines, text } = previewOf(fields, template);
  return (
    <>
      <Form.Item
        name="words"
        label="祝福语"
        extra="微信消息只显示前 20 个字。"
        rules={[{ required: true, whitespace: true, message: '请填写祝福语' }]}
      >
        <Input maxLength={40} showCount data-testid="automation-words" />
      </Form.Item>
      <p className="note">先发微信消息，需要顾客在小程序里点过允许。通知不到时：</p>
      <div className={styles.checks}>
        <Form.Item name="bySms" valuePropName="checked" noStyle>
          <Checkbox data-testid="automation-sms">发短信（顾客同意才发）</Checkbox>
        </Form.Item>
        <Form.Item name="byCall" valuePropName="checked" noStyle>
          <Checkbox data-testid="automation-call">列入生日电话（顾客同意才打）</Checkbox>
        </Form.Item>
      </div>
      <section className={styles.preview} data-testid="message-preview" aria-label="消息预览">
        <p className="note">微信消息预览</p>
        <div className={styles.message}>
          <strong>卡券到期提醒</strong>
          {lines.map(({ name, value }) => (
            <Line key={name} name={name} value={value} />
          ))}
        </div>
        {fields.bySms && (
          <>
            <p className="note">短信预览</p>
            <div className={styles.message}>
              <span className={styles.wide}>{text}</span>
            </div>
          </>
        )}
      </section>
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <span className="note">{name}</span>
      <span>{value}</span>
    </>
  );
}
