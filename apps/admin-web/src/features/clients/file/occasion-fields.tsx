import { dayWords, readDayText } from '@yance/shared-types';
import { Button, Checkbox, Form, Input } from 'antd';
import type { ClientPatch, ClientProfile } from '../../../shared/api/contract';
import styles from './file.module.css';

/** An occasion as it is typed. */
export interface OccasionFields {
  label: string;
  day: string;
  once: boolean;
}

const MOST = 12;

export const occasionFieldsOf = (occasions: ClientProfile['occasions']): OccasionFields[] =>
  occasions.map((one) => ({ label: one.label, day: dayWords(one) ?? '', once: !one.yearly }));

/** The days that are dates; the form lets none pass that is not. */
export const occasionsOf = (fields: OccasionFields[]): NonNullable<ClientPatch['occasions']> =>
  fields.flatMap(({ label, day, once }) => {
    const date = readDayText(day);
    return date ? [{ label: label.trim(), ...date, yearly: !once }] : [];
  });

const LABEL_RULE = [{ required: true, whitespace: true, message: '请写下是什么日子' }];

const isDay = (_: unknown, text: string) =>
  readDayText(text)
    ? Promise.resolve()
    : Promise.reject(new Error('请填写日期，例如 5-20、2015-5-20 或 农历8-15'));

/** Days that matter to a client beside her birthday. */
export const OccasionFields = () => (
  <Form.Item label="纪念日" extra="日期例如 5-20、2015-5-20；农历写作 农历8-15">
    <Form.List name="occasions">
      {(rows, { add, remove }) => (
        <div className={styles.occasions}>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.occasion}>
              <Form.Item name={[name, 'label']} rules={LABEL_RULE}>
                <Input
                  maxLength={20}
                  placeholder="结婚纪念日"
                  aria-label="是什么日子"
                  data-testid={`occasion-label-${name}`}
                />
              </Form.Item>
              <Form.Item name={[name, 'day']} rules={[{ validator: isDay }]}>
                <Input
                  maxLength={16}
                  placeholder="5-20"
                  aria-label="日期"
                  data-testid={`occasion-day-${name}`}
                />
              </Form.Item>
              <Form.Item name={[name, 'once']} valuePropName="checked">
                <Checkbox>只这一次</Checkbox>
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          {rows.length < MOST && (
            <Button
              onClick={() => add({ label: '', day: '', once: false })}
              data-testid="occasion-add"
            >
              加一个日子
            </Button>
          )}
        </div>
      )}
    </Form.List>
  </Form.Item>
);
