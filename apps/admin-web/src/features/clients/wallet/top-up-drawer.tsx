import { App, Form, Input, Radio, Segmented } from 'antd';
import { SPEND_ORDER_WORDS } from '@yance/shared-types';
import type { Plan, TopUpDraft, Wallet } from '../../../shared/api/contract';
import { moneyLabel } from '../../../shared/format/money';
import { usePlans } from '../../../shared/requests/list-plans';
import { useDesk } from '../../../shared/session/desk';
import choiceStyles from '../../../shared/ui/choices.module.css';
import { Amount } from '../../../shared/ui/amount';
import { referenceRule } from '../../../shared/ui/money-rules';
import { Empty, Loaded } from '../../../shared/ui/states';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useTopUp } from './api/top-up';
import { useReview } from './use-review';
import type { WalletActProps } from './wallet-acts';
import styles from './wallet.module.css';

interface Fields {
  planId: string;
  tender: TopUpDraft['tender'];
  reference?: string;
  slipNo?: string;
}

/** Sells a plan at the desk: the plan, how it was paid, and the contract. */
export function TopUpDrawer({ client, wallet, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const { what: fields, before, show, clear, refused } = useReview<Fields, Fields>(form, wallet);
  const plans = usePlans();
  const { write, error, isPending, reset } = useTopUp(client.id);
  const offered = plans.data?.filter(
    ({ state, stores }) => state === 'on_sale' && stores.some(({ id }) => id === store.id),
  );
  const plan = offered?.find(({ id }) => id === fields?.planId);
  const confirm = () => {
    if (!fields || !plan) return;
    const { planId, tender } = fields;
    const [reference, slipNo] = [fields.reference?.trim(), fields.slipNo?.trim()];
    write(
      {
        ...{ storeId: store.id, planId, planVersion: plan?.version, tender },
        ...(tender === 'bank_card' && reference ? { reference } : {}),
        ...(slipNo ? { slipNo } : {}),
      },
      {
        done: () => {
          void message.success(
            `已充值：本金 ${moneyLabel(plan.priceFen)}，赠金 ${moneyLabel(plan.bonusFen)}`,
          );
          onClose();
        },
        refused,
      },
    );
  };
  return (
    <WriteDrawer
      title={`为${client.name}充值`}
      testId="top-up"
      onClose={onClose}
      review={fields && plan ? <Outcome fields={fields} plan={plan} wallet={before} /> : null}
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        clear();
      }}
      onConfirm={confirm}
      confirmWord="已收款，确认充值"
      isReady={offered !== undefined && offered.length > 0}
      isPending={isPending}
      error={error}
    >
      <Loaded query={{ ...plans, data: offered }} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="这家门店没有在售的储值方案" hint="请店长在“设置”里上架方案。" />
          ) : (
            <TopUpForm form={form} plans={items} roomFen={wallet.roomFen} onFinish={show} />
          )
        }
      </Loaded>
    </WriteDrawer>
  );
}

function TopUpForm({
  form,
  plans,
  roomFen,
  onFinish,
}: {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  plans: readonly Plan[];
  roomFen: number | null;
  onFinish: (fields: Fields) => void;
}) {
  const tender = Form.useWatch('tender', form);
  return (
    <SheetForm<Fields> form={form} onFinish={onFinish} initialValues={{ tender: 'cash' }}>
      <Form.Item
        name="planId"
        label="储值方案"
        rules={[{ required: true, message: '请选择储值方案' }]}
      >
        <Radio.Group className={choiceStyles.choices}>
          {plans.map((plan) => (
            <PlanChoice key={plan.id} plan={plan} roomFen={roomFen} />
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="tender" label="收款方式">
        <Segmented
          options={[
            { value: 'cash', label: '现金' },
            { value: 'bank_card', label: '银行卡' },
          ]}
        />
      </Form.Item>
      {tender === 'bank_card' && (
        <Form.Item
          name="reference"
          label="刷卡凭证号"
          extra="刷卡小票上的号码"
          rules={referenceRule(true)}
        >
          <Input maxLength={40} data-testid="top-up-reference" />
        </Form.Item>
      )}
      <Form.Item
        name="slipNo"
        label="纸质协议的签字单号"
        extra="不填：顾客之后在小程序里阅读并签名"
        rules={referenceRule(false)}
      >
        <Input maxLength={40} data-testid="top-up-slip" />
      </Form.Item>
    </SheetForm>
  );
}

function PlanChoice({ plan, roomFen }: { plan: Plan; roomFen: number | null }) {
  const isTooMuch = roomFen !== null && plan.priceFen > roomFen;
  return (
    <Radio value={plan.id} disabled={isTooMuch} data-testid={`plan-${plan.id}`}>
      <span className={choiceStyles.choice}>
        <span className={styles.why}>
          <strong>{plan.name}</strong>
          <span className="note">
            {plan.validEverywhere ? '通店可用' : '只在本店可用'} ·{' '}
            {SPEND_ORDER_WORDS[plan.spendOrder]}
          </span>
          {isTooMuch && (
            <span className="note">会超过单卡储值限额，还可充 {moneyLabel(roomFen)}</span>
          )}
        </span>
        <span className={styles.split}>
          <Amount fen={plan.priceFen} gold strong />
          {plan.bonusFen > 0 && (
            <span className="note">
              送 <Amount fen={plan.bonusFen} />
            </span>
          )}
        </span>
      </span>
    </Radio>
  );
}

function Outcome({ fields, plan, wallet }: { fields: Fields; plan: Plan; wallet: Wallet }) {
  const isCard = fields.tender === 'bank_card';
  return (
    <Review
      items={[
        { name: '方案', value: plan.name },
        {
          name: isCard ? '刷卡收款' : '现金收款',
          value: <Amount fen={plan.priceFen} strong testId="top-up-due" />,
        },
        ...(isCard ? [{ name: '刷卡凭证号', value: fields.reference ?? '' }] : []),
        {
          name: '充值后本金',
          value: <Amount fen={wallet.principalFen + plan.priceFen} gold strong />,
          testId: 'top-up-principal-after',
        },
        {
          name: '充值后赠金',
          value: <Amount fen={wallet.bonusFen + plan.bonusFen} gold strong />,
          testId: 'top-up-bonus-after',
        },
        { name: '可用门店', value: plan.validEverywhere ? '所有门店' : '只在本店' },
        { name: '退款约定', value: plan.refundTerms },
        {
          name: '协议',
          value: fields.slipNo ? `纸质已签，单号 ${fields.slipNo}` : '顾客在小程序签名',
        },
      ]}
    />
  );
}
