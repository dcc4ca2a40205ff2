import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, Input, Switch } from 'antd';
import type {
  StaffService,
  TreatmentTemplate,
  TreatmentTemplateDraft,
} from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveTemplate } from './api/templates';
import styles from './care.module.css';
import { AMOUNT } from './record/record-fields';

interface Fields {
  parameters: { name: string; unit: string; usual: string }[];
  products: { name: string; amount: string; unit: string }[];
  advice: string;
  homeCare: string;
  nextAfterDays: string;
  recordFirst: boolean;
}

const fieldsOf = (template: TreatmentTemplate): Fields => ({
  parameters: template.parameters,
  products: template.products.map((one) => ({
    ...one,
    amount: one.amount === null ? '' : String(one.amount),
  })),
  advice: template.advice,
  homeCare: template.homeCare,
  nextAfterDays: template.nextAfterDays === null ? '' : String(template.nextAfterDays),
  recordFirst: template.recordFirst,
});

const draftOf = (version: number, fields: Fields): TreatmentTemplateDraft => ({
  version,
  parameters: fields.parameters.map(({ name, unit, usual }) => ({
    ...{ name, unit: unit ?? '', usual: usual ?? '' },
  })),
  products: fields.products.map(({ name, amount, unit }) => ({
    ...{ name, unit: unit ?? '', amount: (amount ?? '') === '' ? null : Number(amount) },
  })),
  advice: fields.advice,
  homeCare: fields.homeCare,
  nextAfterDays: fields.nextAfterDays === '' ? null : Number(fields.nextAfterDays),
  recordFirst: fields.recordFirst,
});

const NAME_RULE = [{ required: true, whitespace: true, message: '请填写名称' }];
const AMOUNT_RULE = [{ pattern: AMOUNT, message: '请填数字，最多两位小数' }];
const DAYS_RULE = [{ pattern: /^[1-9]\d{0,2}$/, message: '请填 1 到 730 的天数' }];

/** What the record of a service begins with. */
export function TemplateDrawer({
  service,
  template,
  onClose,
}: {
  service: StaffService;
  template: TreatmentTemplate;
  onClose: () => void;
}) {
  const { store } = useDesk();
  return (
    <SaveDrawer<Fields, TreatmentTemplateDraft>
      title={`记录模板 · ${service.name}`}
      width={560}
      testId="template"
      initial={fieldsOf(template)}
      saving={useSaveTemplate(store.id, service.id)}
      bodyOf={(_, all) => draftOf(template.version, all)}
      onClose={onClose}
    >
      {() => <TemplateFields />}
    </SaveDrawer>
  );
}

function TemplateFields() {
  return (
    <>
      <Lines
        name="parameters"
        title="要记的参数"
        addWord="加参数"
        empty={{ name: '', usual: '', unit: '' }}
        middle={{ name: 'usual', word: '常用值' }}
      />
      <Lines
        name="products"
        title="常用的用品"
        addWord="加用品"
        empty={{ name: '', amount: '', unit: 'ml' }}
        middle={{ name: 'amount', word: '用量', rules: AMOUNT_RULE }}
      />
      <Form.Item name="advice" label="给顾客的建议">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} data-testid="template-advice" />
      </Form.Item>
      <Form.Item name="homeCare" label="居家护理">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="nextAfterDays" label="建议几天后再来" extra="不填不建议" rules={DAYS_RULE}>
        <Input suffix="天" inputMode="numeric" maxLength={3} data-testid="template-days" />
      </Form.Item>
      <Form.Item
        name="recordFirst"
        label="写好记录才能点完成"
        extra="关着时，没写的会列在待写里"
        valuePropName="checked"
      >
        <Switch data-testid="template-record-first" />
      </Form.Item>
    </>
  );
}

function Lines({
  name,
  title,
  addWord,
  empty,
  middle,
}: {
  name: 'parameters' | 'products';
  title: string;
  addWord: string;
  empty: object;
  middle: { name: string; word: string; rules?: typeof AMOUNT_RULE };
}) {
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>{title}</h3>
          {fields.map(({ key, name: at }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[at, 'name']} rules={NAME_RULE}>
                <Input
                  maxLength={name === 'parameters' ? 20 : 60}
                  placeholder="名称"
                  aria-label="名称"
                  data-testid={`template-${name}-name-${at}`}
                />
              </Form.Item>
              <Form.Item name={[at, middle.name]} rules={middle.rules ?? []}>
                <Input maxLength={40} placeholder={middle.word} aria-label={middle.word} />
              </Form.Item>
              <Form.Item name={[at, 'unit']}>
                <Input maxLength={10} placeholder="单位" aria-label="单位" />
              </Form.Item>
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label="去掉这一行"
                onClick={() => remove(at)}
              />
            </div>
          ))}
          {fields.length < 12 && (
            <Button onClick={() => add(empty)} data-testid={`template-${name}-add`}>
              {addWord}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}
