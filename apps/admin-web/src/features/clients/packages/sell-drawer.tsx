import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ClientFile, PackagePlan } from '../../../shared/api/contract';
import { CareAhead } from '../../../shared/care/care-findings';
import { questionOfCard } from '../../../shared/care/care-questions';
import { contentWords, validityWords } from '../../../shared/format/package-words';
import { usePackagePlans } from '../../../shared/requests/list-package-plans';
import { useDesk } from '../../../shared/session/desk';
import choiceStyles from '../../../shared/ui/choices.module.css';
import { Amount } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { referenceRule } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Empty, Loaded } from '../../../shared/ui/states';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useSellPackage } from './api/sell-package';
import { ConsentItems, consentOf, type ConsentFields } from './consent-fields';
import { PlanChoice } from './plan-choice';
import { TENDER_WORDS, TenderItems, type TenderFields } from './tender-fields';

interface Fields extends TenderFields, ConsentFields {
  planId: string;
  contractNo?: string;
}

const OFFERED = ['cash', 'bank_card', 'paycode', 'stored_value'] as const;

/** Sells a package at the desk: which, how it is paid, and the contract. */
export function SellDrawer({ client, onClose }: { client: ClientFile; onClose: () => void }) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const plans = usePackagePlans();
  const { write, error, isPending, reset } = useSellPackage(client.id);
  const offered = plans.data?.filter(
    ({ state, stores }) => state === 'on_sale' && stores.some(({ id }) => id === store.id),
  );
  const plan = offered?.find(({ id }) => id === fields?.planId);
  const confirm = () => {
    if (!fields || !plan) return;
    write(draftOf(fields, plan, store.id), {
      done: () => {
        void message.success(`已开卡：${plan.name}`);
        onClose();
      },
      refused: (cause) => {
        if (showFieldErrors(form, cause)) setFields(null);
      },
    });
  };
  return (
    <WriteDrawer
      title={`为${client.name}开卡`}
      testId="sell-package"
      onClose={onClose}
      review={
        fields && plan ? (
          <>
            <CareAhead question={questionOfCard(client.id, store.id, plan.id)} />
            <Outcome fields={fields} plan={plan} />
          </>
        ) : null
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="已收款，确认开卡"
      isReady={offered !== undefined && offered.length > 0}
      isPending={isPending}
      error={error}
    >
      <Loaded query={{ ...plans, data: offered }} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="这家门店没有在售的卡" hint="请店长在“设置”里上架次卡、疗程卡。" />
          ) : (
            <SellForm form={form} plans={items} storeId={store.id} onFinish={setFields} />
          )
        }
      </Loaded>
    </WriteDrawer>
  );
}

function draftOf(fields: Fields, plan: PackagePlan, storeId: string) {
  const { tender, planId } = fields;
  const [reference, contractNo] = [fields.reference?.trim(), fields.contractNo?.trim()];
  const hasReference = (tender === 'bank_card' || tender === 'paycode') && reference;
  const consent: { code?: string; slipNo?: string } =
    tender === 'stored_value' ? consentOf(fields) : {};
  return {
    ...{ storeId, planId },
    tenders: [{ tender, amountFen: plan.priceFen, ...(hasReference ? { reference } : {}) }],
    ...(contractNo ? { slipNo: contractNo } : {}),
    ...(consent.code === undefined ? {} : { code: consent.code }),
    ...(consent.slipNo === undefined ? {} : { spendSlipNo: consent.slipNo }),
  };
}

function SellForm({
  form,
  plans,
  storeId,
  onFinish,
}: {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  plans: readonly PackagePlan[];
  storeId: string;
  onFinish: (fields: Fields) => void;
}) {
  const tender = Form.useWatch('tender', form);
  const consent = Form.useWatch('consent', form);
  return (
    <SheetForm<Fields>
      form={form}
      onFinish={onFinish}
      initialValues={{ tender: 'cash', consent: 'code' }}
    >
      <Form.Item name="planId" label="卡" rules={[{ required: true, message: '请选择卡' }]}>
        <Radio.Group className={choiceStyles.choices}>
          {plans.map((plan) => (
            <PlanChoice key={plan.id} plan={plan} />
          ))}
        </Radio.Group>
      </Form.Item>
      <TenderItems tender={tender} offered={OFFERED} testId="sell" />
      {tender === 'stored_value' && (
        <ConsentItems consent={consent} storeId={storeId} testId="sell" />
      )}
      <Form.Item
        name="contractNo"
        label="纸质协议的签字单号"
        extra="不填：顾客之后在小程序里阅读并签名"
        rules={referenceRule(false)}
      >
        <Input maxLength={40} data-testid="sell-contract" />
      </Form.Item>
    </SheetForm>
  );
}

function Outcome({ fields, plan }: { fields: Fields; plan: PackagePlan }) {
  return (
    <Review
      items={[
        { name: '卡', value: plan.name },
        { name: '包含', value: contentWords(plan) },
        { name: '期限', value: validityWords(plan) },
        {
          name: `${TENDER_WORDS[fields.tender]}收款`,
          value: <Amount fen={plan.priceFen} strong testId="sell-due" />,
        },
        ...(fields.reference ? [{ name: '凭证号', value: fields.reference }] : []),
        { name: '可用门店', value: plan.validEverywhere ? '所有门店' : '只在本店' },
        { name: '退卡约定', value: plan.refundTerms },
        {
          name: '协议',
          value: fields.contractNo ? `纸质已签，单号 ${fields.contractNo}` : '顾客在小程序签名',
        },
      ]}
    />
  );
}
