import { App, Button, Drawer, Form, Input, Segmented, Switch } from 'antd';
import { useState } from 'react';
import type { ConsentStanding, Signature } from '../api/contract';
import { sentenceOf } from '../api/problem';
import { Notice } from '../ui/amount';
import { useNarrow } from '../ui/use-width';
import { useGiveConsent } from './consents';
import styles from './consents.module.css';
import { FIRST_RELATION, GuardianItems, guardianOf, type GuardianFields } from './guardian-items';
import { NOTHING_DRAWN, SignaturePad, isSigned } from './signature-pad';

interface Fields extends GuardianFields {
  readonly way: 'screen' | 'paper';
  readonly paperNo?: string;
  readonly ofAgeReason?: string;
}

/** A client signs at the salon: she reads the words on the screen and draws her name, or has signed them on paper. */
export function GiveDrawer({
  clientId,
  standing: { text, guardianNeeded, birthdayNeeded },
  onClose,
}: {
  clientId: string;
  standing: ConsentStanding;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const narrow = useNarrow();
  const [form] = Form.useForm<Fields>();
  const [drawn, setDrawn] = useState<Signature>(NOTHING_DRAWN);
  const [withGuardian, setWithGuardian] = useState(guardianNeeded);
  const way = Form.useWatch('way', form) ?? 'screen';
  const { write, error, isPending } = useGiveConsent(clientId);
  const save = (fields: Fields) => {
    const guardian = withGuardian && { guardian: guardianOf(fields) };
    const proof =
      fields.way === 'paper' ? { paperNo: fields.paperNo?.trim() } : { signature: drawn };
    const ofAge = birthdayNeeded && { ofAgeReason: fields.ofAgeReason?.trim() };
    write(
      { textId: text.id, ...proof, ...guardian, ...ofAge },
      {
        done: () => {
          void message.success('已登记');
          onClose();
        },
      },
    );
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={text.title}
      footer={
        <Button
          type="primary"
          block
          loading={isPending}
          disabled={way === 'screen' && !isSigned(drawn)}
          onClick={() => form.submit()}
          data-testid="consent-save"
        >
          顾客已看过并同意
        </Button>
      }
    >
      <div data-testid="consent-give">
        <p className={styles.words}>{text.body}</p>
        <Form<Fields>
          form={form}
          layout="vertical"
          validateTrigger="onBlur"
          initialValues={{ way: 'screen', ...FIRST_RELATION }}
          onFinish={save}
        >
          {birthdayNeeded ? (
            <AgeItem below={text.guardianBelow} />
          ) : (
            <Form.Item label="由监护人签（未成年人）">
              <Switch
                checked={withGuardian}
                disabled={guardianNeeded}
                onChange={setWithGuardian}
                data-testid="consent-guardian"
              />
            </Form.Item>
          )}
          {withGuardian && <GuardianItems below={text.guardianBelow} />}
          <Form.Item name="way" label="怎样签">
            <Segmented
              options={[
                { value: 'screen', label: '在屏幕上签' },
                { value: 'paper', label: '已签在纸上' },
              ]}
              data-testid="consent-way"
            />
          </Form.Item>
          {way === 'paper' ? (
            <Form.Item
              name="paperNo"
              label="纸质同意书编号"
              extra="原件请按编号留存"
              rules={[
                { required: true, message: '请填写编号' },
                {
                  pattern: /^[\dA-Za-z-]{3,40}$/,
                  message: '编号由 3 到 40 位字母、数字或横线组成',
                },
              ]}
            >
              <Input maxLength={40} data-testid="consent-paper" />
            </Form.Item>
          ) : (
            <SignaturePad value={drawn} onChange={setDrawn} />
          )}
        </Form>
        {error !== null && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </div>
    </Drawer>
  );
}

/** Her birthday is not on file: it is written there first, or somebody says how she knows that the client is of age. */
const AgeItem = ({ below }: { below: number }) => (
  <>
    <Notice tone="amber" testId="consent-birthday">
      档案里没有带年份的生日。未满 {below} 周岁的要由监护人签：请先在「修改资料」里补上生日；
      确实不便填写的，写明怎么确认她已成年。
    </Notice>
    <Form.Item
      name="ofAgeReason"
      label="怎么确认她已成年"
      rules={[{ required: true, whitespace: true, min: 2, message: '请写明怎么确认的' }]}
    >
      <Input maxLength={100} placeholder="如：看过身份证" data-testid="consent-of-age" />
    </Form.Item>
  </>
);
