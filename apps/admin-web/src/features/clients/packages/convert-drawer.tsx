import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ClientPackage, PackagePlan } from '../../../shared/api/contract';
import { contentWords } from '../../../shared/format/package-words';
import { usePackagePlans } from '../../../shared/requests/list-package-plans';
import choiceStyles from '../../../shared/ui/choices.module.css';
import { Amount, Notice } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Empty, Loaded } from '../../../shared/ui/states';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useConvertPackage } from './api/convert-package';
import { ConsentItems, consentOf, consentWords, type ConsentFields } from './consent-fields';
import { PlanChoice } from './plan-choice';
import { TENDER_WORDS, TenderItems, type DeskTender } from './tender-fields';

interface Fields extends ConsentFields {
  planId: string;
  tender: Exclude<DeskTender, 'stored_value'>;
  reference?: string;
  reason: string;
}

const OFFERED = ['cash', 'bank_card', 'paycode'] as const;

/** Puts what is left of a package into another one: what was paid and not used counts, the rest is paid now. */
export function ConvertPackageDrawer({
  pack,
  onClose,
}: {
  pack: ClientPackage;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const plans = usePackagePlans();
  const { write, error, isPending, reset } = useConvertPackage(pack.id);
  const tender = Form.useWatch('tender', form);
  const consent = Form.useWatch('consent', form);
  const offered = plans.data?.filter(
    ({ state, stores, priceFen }) =>
      state === 'on_sale' &&
      stores.some(({ id }) => id === pack.storeId) &&
      priceFen >= pack.leftFen,
  );
  const plan = offered?.find(({ id }) => id === fields?.planId);
  const confirm = () => {
    if (!fields || !plan) return;
    const dueFen = plan.priceFen - pack.leftFen;
    const reference = fields.tender === 'cash' ? undefined : fields.reference?.trim();
    const part = { tender: fields.tender, amountFen: dueFen, ...(reference ? { reference } : {}) };
    write(
      {
        ...{ planId: plan.id, tenders: dueFen === 0 ? [] : [part] },
        ...{ reason: fields.reason.trim(), ...consentOf(fields) },
      },
      {
        done: () => {
          void message.success(`已换成${plan.name}`);
          onClose();
        },
        refused: (cause) => {
          if (showFieldErrors(form, cause)) setFields(null);
        },
      },
    );
  };
  return (
    <WriteDrawer
      title={`换购：${pack.name}`}
      testId="convert"
      onClose={onClose}
      review={fields && plan ? <Outcome pack={pack} plan={plan} fields={fields} /> : null}
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="确认换购"
      danger
      isReady={offered !== undefined && offered.length > 0}
      isPending={isPending}
      error={error}
    >
      <Notice tone="quiet">
        这张卡还有 <Amount fen={pack.leftFen} gold /> 可以抵用，换的卡不能比它便宜。
      </Notice>
      <Loaded query={{ ...plans, data: offered }} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="没有可以换的卡" hint="剩余价值高于在售的卡时，请办理退卡。" />
          ) : (
            <SheetForm<Fields>
              form={form}
              onFinish={setFields}
              initialValues={{ tender: 'cash', consent: 'code' }}
              style={{ marginTop: 16 }}
            >
              <Form.Item
                name="planId"
                label="换成"
                rules={[{ required: true, message: '请选择卡' }]}
              >
                <Radio.Group className={choiceStyles.choices}>
                  {items.map((one) => (
                    <PlanChoice key={one.id} plan={one} />
                  ))}
                </Radio.Group>
              </Form.Item>
              <TenderItems tender={tender} offered={OFFERED} testId="convert" />
              <Form.Item name="reason" label="原因" rules={REASON_RULE}>
                <Input maxLength={200} data-testid="convert-reason" />
              </Form.Item>
              <ConsentItems consent={consent} storeId={pack.storeId} testId="convert" />
            </SheetForm>
          )
        }
      </Loaded>
    </WriteDrawer>
  );
}

function Outcome({
  pack,
  plan,
  fields,
}: {
  pack: ClientPackage;
  plan: PackagePlan;
  fields: Fields;
}) {
  return (
    <>
      <Review
        items={[
          { name: '原来的卡', value: pack.name },
          { name: '换成', value: plan.name },
          { name: '包含', value: contentWords(plan) },
          { name: '抵用', value: <Amount fen={pack.leftFen} gold /> },
          {
            name: `补差价（${TENDER_WORDS[fields.tender]}）`,
            value: <Amount fen={plan.priceFen - pack.leftFen} strong testId="convert-due" />,
          },
          { name: '原因', value: fields.reason },
          { name: '顾客确认', value: consentWords(fields) },
        ]}
      />
      <Notice>原来的卡随即结束，剩余次数不再可用。</Notice>
    </>
  );
}
