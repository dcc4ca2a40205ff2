import { ScrollView, View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useReducer, useState } from 'react';
import { useTopUpPlans } from '@/api/top-up-plans';
import type { TopUpPlan } from '@/api/types';
import { Button } from '@/components/button';
import { ErrorState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { SignatureInk } from '@/lib/signature-ink';
import { ContractText } from './contract-text';
import { PlanFacts } from './plans';
import { SignatureField } from './signature-field';
import { toPlans } from './ways';
import { useTopUp } from './use-top-up';
import './buy.scss';

/** One plan: its contract is read and signed, then it is paid. */
export function Buy({ planId }: { planId: string }) {
  const plans = useTopUpPlans();
  const topUp = useTopUp();
  if (topUp.write.state.phase === 'unknown') {
    return (
      <Unsettled
        what="充值"
        where="订单与支付"
        busy={false}
        onRetry={topUp.retry}
        onAbandon={topUp.write.abandon}
      />
    );
  }
  return (
    <Loaded remote={plans} skeleton={<Skeleton lines={8} />}>
      {({ items, signBeforePaying }) => {
        const plan = items.find(({ id }) => id === planId);
        // A signature belongs to one version of the words: another version wants another signature.
        if (plan) {
          const { textId } = plan.contract;
          return <Offer key={textId} plan={plan} mustSign={signBeforePaying} topUp={topUp} />;
        }
        return (
          <ErrorState
            error={new ApiProblem(404, 'PLAN_NOT_FOUND', '这个储值方案已经下架，请看看其他方案。')}
            onRetry={() => void plans.reload()}
            wayOut={toPlans}
          />
        );
      }}
    </Loaded>
  );
}

interface OfferProps {
  plan: TopUpPlan;
  mustSign: boolean;
  topUp: ReturnType<typeof useTopUp>;
}

function Offer({ plan, mustSign, topUp }: OfferProps) {
  const [storeId, setStoreId] = useState<string>();
  const [ink] = useState(() => new SignatureInk());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const store = plan.validEverywhere || plan.stores.length === 1 ? plan.stores[0]?.id : storeId;
  const missing = missingWords(plan.withinCap, store !== undefined, ink.isSigned);

  const submit = () =>
    topUp.submit({
      planId: plan.id,
      contractTextId: plan.contract.textId,
      ...(plan.validEverywhere ? {} : { storeId: store }),
      signature: ink.value(),
    });
  return (
    <View className="stack">
      <View className="card">
        <PlanFacts plan={plan} storeId={store} />
      </View>
      {!plan.validEverywhere && plan.stores.length > 1 && (
        <StoreChoice plan={plan} storeId={storeId} onPick={setStoreId} />
      )}
      <View className="card stack">
        <View className="section">{plan.contract.title}</View>
        <ScrollView className="contract-box t-contract-box" scrollY>
          <ContractText body={plan.contract.body} />
        </ScrollView>
        <SignatureField ink={ink} disabled={topUp.busy} onChange={redraw} />
        <View className="note">
          {mustSign ? '签名后才能付款。' : ''}签好的协议会保存在「储值协议」里，随时可以再看。
        </View>
      </View>
      {topUp.problem !== undefined && (
        <View className="alert t-buy-problem" role="alert">
          {sentenceOf(topUp.problem)}
        </View>
      )}
      <View className="booking-bar">
        <View className="grow note t-buy-missing">
          {missing ?? `应付 ¥${formatYuan(plan.priceFen)}`}
        </View>
        <Button
          id="buy-submit"
          className="button--inline booking-bar__button"
          disabled={missing !== undefined}
          busy={topUp.busy}
          onTap={submit}
        >
          同意并支付
        </Button>
      </View>
    </View>
  );
}

function missingWords(
  withinCap: boolean,
  hasStore: boolean,
  isSigned: boolean,
): string | undefined {
  if (!withinCap) return '充值后会超过储值限额，请看看其他方案';
  if (!hasStore) return '请先选择使用门店';
  return isSigned ? undefined : '看过协议后，请签名';
}

interface StoreChoiceProps {
  plan: TopUpPlan;
  storeId: string | undefined;
  onPick(storeId: string): void;
}

function StoreChoice({ plan, storeId, onPick }: StoreChoiceProps) {
  return (
    <View className="card">
      <View className="section">在哪家门店使用</View>
      <View className="reasons">
        {plan.stores.map((store) => (
          <Tap
            key={store.id}
            id={`buy-store-${store.id}`}
            className="chip"
            selected={store.id === storeId}
            onTap={() => onPick(store.id)}
          >
            {store.name}
          </Tap>
        ))}
      </View>
    </View>
  );
}
