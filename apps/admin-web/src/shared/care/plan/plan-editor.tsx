import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { CareOverrideWish, CarePlan } from '../../api/contract';
import { sentenceOf } from '../../api/problem';
import { useToday } from '../../requests/list-stores';
import { useDesk } from '../../session/desk';
import { Notice } from '../../ui/amount';
import { GuardedDrawer, differs, useUnsaved } from '../../ui/guarded-drawer';
import { REASON_RULE } from '../../ui/money-rules';
import { useNarrow } from '../../ui/use-width';
import { isContraindicated, refusalOf, type CareRefusal } from '../care-api';
import { CareAhead, CareFindings } from '../care-findings';
import { questionOfPlan } from '../care-questions';
import { OverrideDrawer } from '../override-drawer';
import { PlanLines } from './plan-lines';
import { useSavePlan } from './plan-api';
import { draftOf, fieldsOf, type PlanFields } from './plan-fields';
import styles from './plan.module.css';

const WORDS = 1000;

/** Writes a plan, or a further version of one with its reason. What health speaks against asks for two people. */
export function PlanEditor({
  clientId,
  plan,
  onClose,
}: {
  clientId: string;
  /** The plan that is changed; null for a new one. */
  plan: CarePlan | null;
  onClose: () => void;
}) {
  const { store } = useDesk();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const today = useToday(store.id);
  const [form] = Form.useForm<PlanFields>();
  const [initial] = useState(() => fieldsOf(plan, today));
  const lines = Form.useWatch('lines', form) ?? initial.lines;
  const [sent, setSent] = useState<{ fields: PlanFields; propose: boolean } | null>(null);
  // Kept while the sheet is open: a wrong password must not make it vanish.
  const [asked, setAsked] = useState<CareRefusal | null>(null);
  const { write, error, isPending } = useSavePlan(clientId);
  const isDraft = plan === null || plan.state === 'draft';
  const send = (fields: PlanFields, propose: boolean, override?: CareOverrideWish) => {
    setSent({ fields, propose });
    const reason = (fields.reason ?? '').trim();
    const draft = { ...draftOf(fields, store.id, propose), ...(override ? { override } : {}) };
    const change = plan && { planId: plan.id, version: plan.version, reason };
    write(
      { draft, change },
      {
        done: () => {
          void message.success(propose ? '已发给顾客，等她在手机上同意' : '草稿已保存');
          onClose();
        },
      },
    );
  };
  const submit = (propose: boolean) =>
    void form.validateFields().then(
      () => send({ ...initial, ...(form.getFieldsValue(true) as PlanFields) }, propose),
      () => undefined,
    );
  return (
    <GuardedDrawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 640}
      title={plan ? '调整护理方案' : '写护理方案'}
      footer={
        <div className={styles.foot}>
          {isDraft && (
            <Button loading={isPending} onClick={() => submit(false)} data-testid="plan-draft">
              存为草稿
            </Button>
          )}
          <Button
            type="primary"
            loading={isPending}
            onClick={() => submit(true)}
            data-testid="plan-propose"
          >
            发给顾客
          </Button>
        </div>
      }
    >
      <div data-testid="plan-editor">
        <PlanForm form={form} initial={initial} isChange={plan !== null} today={today} />
        {isContraindicated(error) ? (
          <CareFindings
            findings={refusalOf(error).findings}
            action={
              <Button
                size="small"
                onClick={() => setAsked(refusalOf(error))}
                data-testid="care-override"
              >
                请店长批准
              </Button>
            }
          />
        ) : (
          <CareAhead question={questionOfPlan(clientId, store.id, lines)} />
        )}
        {error && !isContraindicated(error) && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {asked && sent && (
          <OverrideDrawer
            asked={asked}
            isPending={isPending}
            error={error}
            onClose={() => setAsked(null)}
            onAgreed={(override) => send(sent.fields, sent.propose, override)}
          />
        )}
      </div>
    </GuardedDrawer>
  );
}

function PlanForm({
  form,
  initial,
  isChange,
  today,
}: {
  form: ReturnType<typeof Form.useForm<PlanFields>>[0];
  initial: PlanFields;
  isChange: boolean;
  today: string;
}) {
  useUnsaved(() => differs({ ...initial, ...(form.getFieldsValue(true) as PlanFields) }, initial));
  return (
    <Form<PlanFields>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={initial}
    >
      <Form.Item
        name="goal"
        label="护理目标"
        rules={[{ required: true, whitespace: true, message: '请写护理目标' }]}
      >
        <Input maxLength={200} placeholder="例如：三个月提亮肤色" data-testid="plan-goal" />
      </Form.Item>
      <Form.Item name="problems" label="要解决的问题">
        <Input.TextArea
          maxLength={WORDS}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="例如：两颊暗沉，T 区出油"
          data-testid="plan-problems"
        />
      </Form.Item>
      <PlanLines today={today} />
      <Form.Item name="homeCare" label="居家护理" extra="顾客在手机上会看到">
        <Input.TextArea
          maxLength={WORDS}
          autoSize={{ minRows: 2, maxRows: 6 }}
          data-testid="plan-home-care"
        />
      </Form.Item>
      {isChange && (
        <Form.Item name="reason" label="调整的原因" extra="顾客会看到" rules={REASON_RULE}>
          <Input maxLength={200} data-testid="plan-reason" />
        </Form.Item>
      )}
    </Form>
  );
}
