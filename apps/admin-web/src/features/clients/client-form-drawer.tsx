import { App, Form, Input } from 'antd';
import type { ClientFile, Gender } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useCreateClient } from '../../shared/requests/create-client';
import { NAME_RULE, PHONE_RULE } from '../../shared/ui/client-rules';
import {
  BirthdayField,
  GenderField,
  SourceField,
  neededRule,
  useNeeded,
  type CreationField,
} from '../../shared/ui/creation-fields';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { useUpdateClient } from './api/update-client';
import { birthdayMembers, birthdayText } from '../../shared/format/birthday';
import styles from './clients.module.css';

interface Fields {
  name: string;
  phone?: string;
  gender: Gender;
  birthday: string;
  birthdayReason?: string;
  source: ClientFile['source'];
  /** Of a new file only: later ones are written beside the file. */
  note?: string;
}

/** The basics of a file, new or existing. Validates on leaving a field; the API's complaints stand beside theirs. */
export function ClientFormDrawer({
  client,
  onClose,
  onSaved,
}: {
  /** Null opens a new file. */
  client: ClientFile | null;
  onClose: () => void;
  onSaved: (client: ClientFile) => void;
}) {
  const [form] = Form.useForm<Fields>();
  const { save, error, isPending } = useSave(client, onSaved, (cause) =>
    showFieldErrors(form, cause),
  );
  return (
    <FormDrawer
      title={client ? '修改资料' : '新建顾客'}
      width={420}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="client-save"
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={{
          name: client?.name ?? '',
          gender: client?.gender ?? 'unknown',
          birthday: client ? birthdayText(client) : '',
          source: client?.source ?? 'walk_in',
        }}
        data-testid="client-form"
      >
        <FormFields isNew={client === null} />
        {client?.birthday && <BirthdayReason before={birthdayText(client)} />}
        {error && (
          <p className={styles.error} role="alert">
            {sentenceOf(error)}
          </p>
        )}
      </Form>
    </FormDrawer>
  );
}

/** Why a birthday that stood there is another now: asked of whoever makes a young client older. */
function BirthdayReason({ before }: { before: string }) {
  const now = Form.useWatch<string | undefined>('birthday');
  if (now === undefined || now.trim() === before) return null;
  return (
    <Form.Item
      name="birthdayReason"
      label="改生日的原因"
      extra="把未成年顾客的年龄改大时必须写明，会留在修改记录里"
    >
      <Input maxLength={100} placeholder="如：看过身份证" data-testid="client-birthday-reason" />
    </Form.Item>
  );
}

function FormFields({ isNew }: { isNew: boolean }) {
  const isNeeded = useNeeded();
  const needs = (field: CreationField) => isNew && isNeeded(field);
  return (
    <>
      <Form.Item name="name" label="姓名" rules={NAME_RULE}>
        <Input maxLength={40} autoFocus data-testid="client-form-name" />
      </Form.Item>
      {isNew && (
        <Form.Item
          name="phone"
          label="手机号"
          rules={[...neededRule('phone', needs('phone')), ...PHONE_RULE]}
        >
          <Input maxLength={20} inputMode="tel" data-testid="client-form-phone" />
        </Form.Item>
      )}
      <GenderField isNeeded={needs('gender')} />
      <BirthdayField isNeeded={needs('birthday')} />
      <SourceField isNeeded={needs('source')} />
      {isNew && (
        <Form.Item name="note" label="备注" extra="所有同事都能看到">
          <Input.TextArea
            maxLength={500}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder="喜好、习惯、要留意的事"
          />
        </Form.Item>
      )}
    </>
  );
}

function useSave(
  client: ClientFile | null,
  onSaved: (client: ClientFile) => void,
  onRefused: (cause: unknown) => void,
) {
  const { message } = App.useApp();
  const create = useCreateClient();
  const update = useUpdateClient();
  const after = {
    onSuccess: (saved: ClientFile) => {
      void message.success('已保存');
      onSaved(saved);
    },
    onError: onRefused,
  };
  const save = ({ name, phone, birthday, ...rest }: Fields) => {
    if (create.isPending || update.isPending) return;
    const body = { ...rest, name: name.trim(), ...birthdayMembers(birthday) };
    if (client) update.mutate({ id: client.id, body: { ...body, version: client.version } }, after);
    else create.mutate({ ...body, phone: phone?.trim() || undefined }, after);
  };
  return {
    save,
    error: create.error ?? update.error,
    isPending: create.isPending || update.isPending,
  };
}
