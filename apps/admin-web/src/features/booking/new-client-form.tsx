import { Button, Form, Input } from 'antd';
import type { ClientFile, Gender } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { PHONE_RULE, NAME_RULE } from '../../shared/ui/client-rules';
import {
  BirthdayField,
  GenderField,
  SourceField,
  neededRule,
  useNeeded,
} from '../../shared/ui/creation-fields';
import { birthdayMembers } from '../../shared/format/birthday';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { useCreateClient } from '../../shared/requests/create-client';
import styles from './booking.module.css';

interface Fields {
  name: string;
  phone?: string;
  /** These only where the salon wants them at once. */
  gender?: Gender;
  birthday?: string;
  source?: ClientFile['source'];
}

/** A new client file with the least that a booking needs. */
export function NewClientForm({
  typed,
  onBack,
  onCreated,
}: {
  /** What was searched for: digits start the phone, anything else the name. */
  typed: string;
  onBack: () => void;
  onCreated: (client: ClientFile) => void;
}) {
  const [form] = Form.useForm<Fields>();
  const needs = useNeeded();
  const create = useCreateClient();
  const isNumber = /^[\d\s-]+$/.test(typed);
  const submit = ({ name, phone, birthday, ...rest }: Fields) => {
    if (create.isPending) return;
    create.mutate(
      {
        ...{ ...rest, name: name.trim(), phone: phone?.trim() || undefined },
        ...(birthday && birthdayMembers(birthday)),
      },
      { onSuccess: onCreated, onError: (error) => showFieldErrors(form, error) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className={styles.newClient}
      validateTrigger="onBlur"
      initialValues={{ name: isNumber ? '' : typed, phone: isNumber ? typed : '' }}
      onFinish={submit}
      data-testid="new-client-form"
    >
      <Form.Item name="name" label="姓名" rules={NAME_RULE}>
        <Input maxLength={40} autoFocus data-testid="new-client-name" />
      </Form.Item>
      <Form.Item
        name="phone"
        label="手机号"
        rules={[...neededRule('phone', needs('phone')), ...PHONE_RULE]}
      >
        <Input maxLength={20} inputMode="tel" data-testid="new-client-phone" />
      </Form.Item>
      {needs('gender') && <GenderField isNeeded />}
      {needs('birthday') && <BirthdayField isNeeded />}
      {needs('source') && <SourceField isNeeded />}
      {create.error && (
        <p className={styles.error} role="alert">
          {sentenceOf(create.error)}
        </p>
      )}
      <div className={styles.newClientActs}>
        <Button onClick={onBack}>返回查找</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          data-testid="new-client-submit"
        >
          建档并选中
        </Button>
      </div>
    </Form>
  );
}
