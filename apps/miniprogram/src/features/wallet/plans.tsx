import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import type { TopUpPlan, TopUpPlanList } from '@/api/types';
import { useTopUpPlans } from '@/api/top-up-plans';
import { Money } from '@/components/money';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { routes } from '@/routes';
import { giftWords, spendOrderWords, validWords } from './value-words';
import './plans.scss';

/** Every plan as a card, with all that one has to know before choosing. */
export function Plans() {
  const plans = useTopUpPlans();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={4} />
      <Skeleton lines={4} />
    </View>
  );
  return (
    <Loaded remote={plans} skeleton={skeleton}>
      {(list) => (list.items.length === 0 ? <NoPlans /> : <PlanCards list={list} />)}
    </Loaded>
  );
}

function PlanCards({ list }: { list: TopUpPlanList }) {
  return (
    <View className="stack">
      <View className="note">选一个方案，看过协议、签上名字再付款。</View>
      {list.items.map((plan) => (
        <PlanCard key={plan.id} plan={plan} />
      ))}
      {list.cardCapFen !== null && (
        <View className="note plans__cap">
          按规定，一张储值卡的本金最多 ¥{formatYuan(list.cardCapFen)}
          {list.roomFen !== null && `，您还可以充 ¥${formatYuan(Math.max(0, list.roomFen))}`}。
        </View>
      )}
    </View>
  );
}

function NoPlans() {
  return (
    <EmptyState
      title="现在没有可以充值的方案"
      action={{ label: '回到会员页', onTap: () => void Taro.navigateBack() }}
    >
      门店上架新方案后，会显示在这里。
    </EmptyState>
  );
}

function PlanCard({ plan }: { plan: TopUpPlan }) {
  return (
    <Tap
      id={`plan-${plan.id}`}
      className="card plan t-plan"
      label={`${plan.name}，充 ${formatYuan(plan.priceFen)} 元，${giftWords(plan)}`}
      disabled={!plan.withinCap}
      onTap={() => void Taro.navigateTo({ url: routes.buy(plan.id) })}
    >
      <PlanFacts plan={plan} />
      {!plan.withinCap && (
        <View className="note plan__cap">充值后会超过储值限额，暂时不能选。</View>
      )}
    </Tap>
  );
}

/** What is paid, what is given, where it is valid, how it is used and given back. */
export function PlanFacts({ plan, storeId }: { plan: TopUpPlan; storeId?: string }) {
  return (
    <>
      <View className="row plan__head">
        <View className="grow section">{plan.name}</View>
        <Money fen={plan.priceFen} className="plan__price" />
      </View>
      <View className="plan__gift figures">{giftWords(plan)}</View>
      <View className="plan__words">
        <View className="plan__word">{validWords(plan, storeId)}</View>
        <View className="plan__word">{spendOrderWords(plan.spendOrder)}</View>
        <View className="plan__word">{plan.refundTerms}</View>
      </View>
    </>
  );
}
