import { App, Form, Input, Segmented } from 'antd';
import type { SpendDraft } from '../../../shared/api/contract';
import { moneyLabel, readYuan } from '../../../shared/format/money';
import { useLimits } from '../../../shared/requests/read-limits';
import { useDesk } from '../../../shared/session/desk';
import { Amount, Notice } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { AMOUNT_RULE, amountRule, referenceRule } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useMemberCode } from './api/read-member-code';
import { useSpendValue } from './api/spend-value';
import { previewSpend } from './spend-preview';
import { usableHere } from '../../../shared/money/usable-here';
import { useReview } from './use-review';
import type { WalletActProps } from './wallet-acts';

interface Fields {
  amount: string;
  title: string;
  listPrice?: string;
  consent: 'code' | 'slip';
  code?: string;
  slipNo?: string;
}

/** Charges a wallet: how much, for what, and by whose consent. */
export function SpendDrawer({ client, wallet, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const { what: draft, before, show, clear, refused } = useReview<SpendDraft, Fields>(form, wallet);
  const owner = useMemberCode();
  const { write, error, isPending, reset } = useSpendValue(client.id);
  const here = usableHere(wallet.lots, store.id) - wallet.heldFen;
  const back = () => {
    reset();
    owner.reset();
    clear();
  };
  /** The code is looked at before the charge is read over: a stranger's never gets that far. */
  const review = (fields: Fields) => {
    const next = draftOf(fields, store.id);
    if (next.code === undefined) return show(next);
    owner.mutate(next.code, {
      onSuccess: ({ clientId, name }) => {
        if (clientId === client.id) show(next);
        else
          form.setFields([{ name: 'code', errors: [`这是${name}的会员码，请打开她的档案再扣款`] }]);
      },
      onError: (cause) => void showFieldErrors(form, cause),
    });
  };
  const confirm = () =>
    draft &&
    write(draft, {
      done: ({ principalFen, bonusFen }) => {
        void message.success(
          `已扣款：本金 ${moneyLabel(principalFen)}，赠金 ${moneyLabel(bonusFen)}`,
        );
        onClose();
      },
      refused,
    });
  return (
    <WriteDrawer
      title={`从${client.name}的储值扣款`}
      testId="spend"
      onClose={onClose}
      review={draft && <Outcome draft={draft} wallet={before} storeId={store.id} />}
      onReview={() => form.submit()}
      onBack={back}
      onConfirm={confirm}
      confirmWord="确认扣款"
      isPending={isPending}
      error={draft ? error : owner.error}
    >
      <Notice tone="quiet">本店可用 {moneyLabel(Math.max(0, here))}（本金和赠金合计）</Notice>
      <SpendForm form={form} storeId={store.id} onFinish={review} />
    </WriteDrawer>
  );
}

function draftOf(fields: Fields, storeId: string): SpendDraft {
  const { consent, code = '', slipNo = '', title } = fields;
  const list = readYuan(fields.listPrice ?? '');
  return {
    ...{ storeId, amountFen: readYuan(fields.amount) ?? 0, title: title.trim() },
    ...(list === undefined ? {} : { listPriceFen: list }),
    ...(consent === 'code' ? { code: code.trim() } : { slipNo: slipNo.trim() }),
  };
}

function SpendForm({
  form,
  storeId,
  onFinish,
}: {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  storeId: string;
  onFinish: (fields: Fields) => void;
}) {
  const consent = Form.useWatch('consent', form);
  const slipAllowed = useLimits(storeId).data?.settings.slipAllowed ?? true;
  return (
    <SheetForm<Fields>
      form={form}
      onFinish={onFinish}
      initialValues={{ consent: 'code' }}
      style={{ marginTop: 16 }}
    >
      <Form.Item name="amount" label="扣款金额" rules={AMOUNT_RULE}>
        <Input prefix="¥" inputMode="decimal" maxLength={12} autoFocus data-testid="spend-amount" />
      </Form.Item>
      <Form.Item
        name="title"
        label="项目"
        extra="顾客在手机上会看到"
        rules={[{ required: true, whitespace: true, message: '请写明扣款的项目' }]}
      >
        <Input maxLength={60} placeholder="例如：面部清洁护理" data-testid="spend-title" />
      </Form.Item>
      <Form.Item
        name="listPrice"
        label="优惠前价格"
        extra="打过折才填，最多是扣款金额的 10 倍；退卡时按它折算，顾客在手机上会看到"
        rules={amountRule(false)}
      >
        <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="spend-list-price" />
      </Form.Item>
      <Form.Item name="consent" label="顾客确认">
        <Segmented
          options={[
            { value: 'code', label: '会员码' },
            { value: 'slip', label: '签字单', disabled: !slipAllowed },
          ]}
        />
      </Form.Item>
      {consent === 'slip' ? (
        <Form.Item
          name="slipNo"
          label="签字单号"
          extra="顾客签过名的扣款单，号码只能用一次"
          rules={referenceRule(true)}
        >
          <Input maxLength={40} data-testid="spend-slip" />
        </Form.Item>
      ) : (
        <Form.Item
          name="code"
          label="会员码"
          extra="光标放在这里扫码，或输入小程序上的一串数字"
          rules={[
            { required: true, message: '请扫顾客的会员码' },
            { pattern: /^[\d\s-]{12,40}$/, message: '会员码应为一串数字' },
          ]}
        >
          <Input maxLength={40} inputMode="numeric" autoComplete="off" data-testid="spend-code" />
        </Form.Item>
      )}
    </SheetForm>
  );
}

function Outcome({
  draft,
  wallet,
  storeId,
}: {
  draft: SpendDraft;
  wallet: WalletActProps['wallet'];
  storeId: string;
}) {
  const share = previewSpend(wallet.lots, storeId, draft.amountFen);
  const left = wallet.principalFen + wallet.bonusFen - draft.amountFen;
  return (
    <>
      <Review
        items={[
          { name: '项目', value: draft.title },
          { name: '扣款', value: <Amount fen={draft.amountFen} strong /> },
          ...(share
            ? [
                {
                  name: '其中本金',
                  value: <Amount fen={share.principalFen} gold />,
                  testId: 'spend-principal',
                },
                {
                  name: '其中赠金',
                  value: <Amount fen={share.bonusFen} gold />,
                  testId: 'spend-bonus',
                },
                { name: '扣款后合计', value: <Amount fen={left} gold strong /> },
              ]
            : []),
          {
            name: '顾客确认',
            value: draft.code === undefined ? `签字单 ${draft.slipNo ?? ''}` : '会员码已核对',
          },
        ]}
      />
      {!share && <Notice>本店可用的储值不够，请少扣一些，或请顾客先充值。</Notice>}
    </>
  );
}
