import { App, DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Qualification } from '../../../shared/api/contract';
import { FormDrawer } from '../../../shared/ui/form-drawer';
import { useRecordCertificate } from '../api/qualifications';
import { useTouching } from './use-touching';

interface Fields {
  number: string;
  validUntil: Dayjs;
}

/** Records a health certificate, the first or a new one. */
export function CertificateDrawer({
  person: { staffId, name, certificate },
  onClose,
}: {
  person: Qualification;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const recording = useRecordCertificate(staffId);
  const { change, question } = useTouching(recording, () => {
    void message.success('已登记');
    onClose();
  });
  const save = ({ number, validUntil }: Fields) =>
    change({
      ...{ number: number.trim(), validUntil: validUntil.format('YYYY-MM-DD') },
      version: certificate?.version ?? 0,
    });
  return (
    <FormDrawer
      title={`${name}的健康证`}
      width={420}
      isPending={recording.isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="certificate-save"
    >
      <Form<Fields> form={form} layout="vertical" validateTrigger="onBlur" onFinish={save}>
        <Form.Item
          name="number"
          label="证号"
          rules={[{ required: true, whitespace: true, message: '请填写证号' }]}
        >
          <Input maxLength={30} data-testid="certificate-number" />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label="有效期至"
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <DatePicker inputReadOnly data-testid="certificate-until" />
        </Form.Item>
      </Form>
      {question}
    </FormDrawer>
  );
}
