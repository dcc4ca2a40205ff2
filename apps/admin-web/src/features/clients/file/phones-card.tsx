import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClientFile } from '../../../shared/api/contract';
import { ApiProblem, sentenceOf } from '../../../shared/api/problem';
import { useDesk } from '../../../shared/session/desk';
import { Notice, ToneTag } from '../../../shared/ui/amount';
import { PHONE_RULE } from '../../../shared/ui/client-rules';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { FormDrawer } from '../../../shared/ui/form-drawer';
import { Card } from '../../../shared/ui/page';
import { Phone } from '../../../shared/ui/phone';
import { useAddPhone, useRemovePhone } from './api/phones';
import styles from './file.module.css';

type FilePhone = ClientFile['phones'][number];

/** All numbers of a client, and whose they are. */
export function PhonesCard({ file }: { file: ClientFile }) {
  const { may } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const mayWrite = may('clients.write') && file.state === 'active';
  return (
    <Card
      title="电话"
      extra={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)} data-testid="phone-add">
            加号码
          </Button>
        )
      }
    >
      <ul data-testid="client-phones">
        {file.phones.map((phone) => (
          <PhoneLine key={phone.id} clientId={file.id} phone={phone} mayWrite={mayWrite} />
        ))}
      </ul>
      {file.phones.length === 0 && <span className="note">还没有留电话。</span>}
      {isAdding && <PhoneDrawer file={file} onClose={() => setAdding(false)} />}
    </Card>
  );
}

interface LineProps {
  clientId: string;
  phone: FilePhone;
  mayWrite: boolean;
}

function PhoneLine({ clientId, phone, mayWrite }: LineProps) {
  const { may } = useDesk();
  const { message, modal } = App.useApp();
  const { write, isPending } = useRemovePhone(clientId);
  const { id, label, isPrimary, verifiedAt, masked } = phone;
  const remove = () =>
    void modal.confirm({
      title: `删除尾号 ${masked.slice(-4)} 的号码？`,
      content: isPrimary ? '这是常用号码，删除后由下一个号码接替。' : undefined,
      okText: '删除',
      cancelText: '不删',
      onOk: () => write(id, { refused: (cause) => void message.error(sentenceOf(cause)) }),
    });
  return (
    <li className={styles.line}>
      <span className={styles.phoneWords}>
        <Phone
          clientId={clientId}
          phoneId={id}
          masked={masked}
          mayReveal={may('clients.reveal-phone')}
        />
        {label && <span>{label}</span>}
        {isPrimary && <ToneTag tone="brand">常用</ToneTag>}
        {verifiedAt && <ToneTag tone="leaf">本人验证</ToneTag>}
      </span>
      {mayWrite && (
        <Button size="small" type="text" loading={isPending} onClick={remove}>
          删除
        </Button>
      )}
    </li>
  );
}

interface Fields {
  phone: string;
  label: string;
  primary: boolean;
}

interface Holder {
  id: string;
  name: string;
  memberNo: string;
}

/** Who else has the number, where that is why the API refused it. */
const holdersOf = (error: unknown): Holder[] =>
  error instanceof ApiProblem && error.code === 'PHONE_ON_OTHER_FILE'
    ? (error.extras.holders as Holder[])
    : [];

const NEEDED = [{ required: true, whitespace: true, message: '请填写手机号' }, ...PHONE_RULE];

function PhoneDrawer({ file, onClose }: { file: ClientFile; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { write, error, isPending, reset } = useAddPhone(file.id);
  const holders = holdersOf(error);
  const save = (shared: boolean) => (fields: Fields) =>
    write(
      { ...fields, phone: fields.phone.trim(), label: fields.label.trim(), shared },
      {
        done: () => {
          void message.success('已保存');
          onClose();
        },
        refused: (cause) => void showFieldErrors(form, cause),
      },
    );
  return (
    <FormDrawer
      title="加号码"
      width={420}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="phone-save"
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save(false)}
        initialValues={{ phone: '', label: '', primary: false }}
        data-testid="phone-form"
      >
        <Form.Item name="phone" label="手机号" rules={NEEDED}>
          <Input
            maxLength={20}
            inputMode="tel"
            autoFocus
            onChange={() => reset()}
            data-testid="phone-number"
          />
        </Form.Item>
        <Form.Item name="label" label="是谁的" extra="本人的不用填；例如：妈妈、先生、公司">
          <Input maxLength={20} data-testid="phone-label" />
        </Form.Item>
        <Form.Item name="primary" valuePropName="checked" hidden={file.phones.length === 0}>
          <Checkbox>以后先打这个号码</Checkbox>
        </Form.Item>
        {holders.length > 0 ? (
          <Notice testId="phone-holders">
            <div className={styles.holders}>
              <span>这个号码也在别的档案里：</span>
              {holders.map(({ id, name, memberNo }) => (
                <span key={id}>
                  <Link to={`/clients/${id}`}>{name}</Link>{' '}
                  <span className="note tabular">{memberNo}</span>
                </span>
              ))}
              <span className="note">
                一家人共用一个号码，就选“家人共用”。如果是同一位顾客建了两份档案，请店长在“档案安全”里合并。
              </span>
              <Button
                loading={isPending}
                onClick={() => save(true)(form.getFieldsValue())}
                data-testid="phone-shared"
              >
                家人共用
              </Button>
            </div>
          </Notice>
        ) : (
          error !== null && <Notice tone="alarm">{sentenceOf(error)}</Notice>
        )}
      </Form>
    </FormDrawer>
  );
}
