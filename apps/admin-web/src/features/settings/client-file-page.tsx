import { App, Button, Checkbox, Form, InputNumber } from 'antd';
import type { FilePolicy } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useFilePolicy, useSaveFilePolicy } from '../../shared/requests/file-policy';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { CREATION_WORDS, FILE_FIELD_WORDS } from '../../shared/format/file-words';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import styles from './settings.module.css';

const optionsOf = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));

const AT_CREATION = optionsOf(CREATION_WORDS);
const WANTED = optionsOf(FILE_FIELD_WORDS);

/** What a client's file has to say, at once and in time, and how often somebody makes sure that it is still right. */
export default function ClientFilePage() {
  const policy = useFilePolicy();
  return (
    <Loaded query={policy} rows={8}>
      {(data) => <PolicyForm policy={data} />}
    </Loaded>
  );
}

function PolicyForm({ policy }: { policy: FilePolicy }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<FilePolicy>();
  const { write, error, isPending } = useSaveFilePolicy();
  const mayChange = may('clients.policy');
  const save = ({ verifyMonths, ...fields }: FilePolicy) =>
    write(
      { ...fields, verifyMonths: verifyMonths ?? null },
      {
        done: () => void message.success('已保存，各份档案的完整度几分钟内更新'),
        refused: (cause) => void showFieldErrors(form, cause),
      },
    );
  return (
    <Card title="档案要求">
      {!mayChange && <p className={`note ${styles.hint}`}>只有店长和老板可以修改。</p>}
      <Form<FilePolicy>
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={policy}
        disabled={!mayChange}
        className={styles.policy}
        data-testid="file-policy"
      >
        <Form.Item
          name="atCreation"
          label="建档时必须填"
          extra="姓名总是必填。要求越多，顾客站在前台等得越久。"
        >
          <Checkbox.Group options={AT_CREATION} />
        </Form.Item>
        <Form.Item
          name="wanted"
          label="完整的档案要有"
          extra="都有了算 100%。顾客页会提示还差什么，店长能看到每位专属顾问的完整度。"
        >
          <Checkbox.Group options={WANTED} />
        </Form.Item>
        <Form.Item
          name="verifyMonths"
          label="联系方式多久核对一次"
          extra="到期的顾客会列在“档案检查 → 待核对”。不填表示不提醒；换过手机号的总会列出。"
        >
          <InputNumber min={1} max={60} precision={0} suffix="个月" data-testid="policy-months" />
        </Form.Item>
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            data-testid="file-policy-save"
          >
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}
