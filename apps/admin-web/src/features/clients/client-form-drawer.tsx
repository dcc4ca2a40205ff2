import { App, Form, Input, Segmented, Select } from 'antd';
import type { ClientFile, Gender } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { CLIENT_SOURCES, sourceWord } from '../../shared/format/words';
import { useCreateClient } from '../../shared/requests/create-client';
import { NAME_RULE, PHONE_RULE } from '../../shared/ui/client-rules';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { useUpdateClient } from './api/update-client';
import { birthdayText, readBirthday } from './birthday';
import styles from './clients.module.css';

interface Fields {
  name: string;
  phone?: string;
  gender: Gender;
  birthday: string;
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
        {error && (
          <p className={styles.error} role="alert">
            {sentenceOf(error)}
          </p>
        )}
      </Form>
    </FormDrawer>
  );
}

function FormFields({ isNew }: { isNew: boolean }) {
  return (
    <>
      <Form.Item name="name" label="姓名" rules={NAME_RULE}>
        <Input maxLength={40} autoFocus data-testid="client-form-name" />
      </Form.Item>
      {isNew && (
        <Form.Item name="phone" label="手机号" rules={PHONE_RULE}>
          <Input maxLength={20} inputMode="tel" data-testid="client-form-phone" />
        </Form.Item>
      )}
      <Form.Item name="gender" label="性别">
        <Segmented
          options={[
            { value: 'female', label: '女' },
            { value: 'male', label: '男' },
            { value: 'unknown', label: '未填' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="birthday"
        label="生日"
        extra="年份可以不填，例如 5-12；农历写作 农历5-12，闰月写作 农历闰6-8"
        rules={[
          {
            validator: (_, text: string) =>
              readBirthday(text) === undefined
                ? Promise.reject(new Error('请填写有效的日期，例如 1990-5-12、5-12 或 农历5-12'))
                : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={20} placeholder="1990-5-12" data-testid="client-form-birthday" />
      </Form.Item>
      <Form.Item name="source" label="来源">
        <Select
          options={CLIENT_SOURCES.map((source) => ({ value: source, label: sourceWord(source) }))}
        />
      </Form.Item>
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
    const born = readBirthday(birthday);
    const body = {
      ...{ ...rest, name: name.trim(), birthday: born?.birthday ?? null },
      ...{ birthdayCalendar: born?.birthdayCalendar ?? undefined },
      birthdayLeapMonth: born?.birthdayLeapMonth,
    };
    if (client) update.mutate({ id: client.id, body: { ...body, version: client.version } }, after);
    else create.mutate({ ...body, phone: phone?.trim() || undefined }, after);
  };
  return {
    save,
    error: create.error ?? update.error,
    isPending: create.isPending || update.isPending,
  };
}
