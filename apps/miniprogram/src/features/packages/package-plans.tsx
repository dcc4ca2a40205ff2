import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { PACKAGE_KIND_WORDS, formatYuan } from '@yance/shared-types';
import { usePackagePlans } from '@/api/packages';
import type { PackagePlanView } from '@/api/types';
import { Money } from '@/components/money';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { routes } from '@/routes';
import { itemWords, placeWords, validityWords } from './package-words';
import '@/features/wallet/plans.scss';
import './packages.scss';

/** Every package that is sold on the phone, with all that one has to know before choosing. */
export function PackagePlans() {
  const plans = usePackagePlans();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={4} />
      <Skeleton lines={4} />
    </View>
  );
  return (
    <Loaded remote={plans} skeleton={skeleton}>
      {({ items }) => (items.length === 0 ? <NoPlans /> : <PlanCards items={items} />)}
    </Loaded>
  );
}

function PlanCards({ items }: { items: readonly PackagePlanView[] }) {
  return (
    <View className="stack">
      <View className="note">选一张卡，看过协议、签上名字再付款。</View>
      {items.map((plan) => (
        <Tap
          key={plan.id}
          id={`card-plan-${plan.id}`}
          className="card plan t-card-plan"
          label={`${plan.name}，${formatYuan(plan.priceFen)} 元`}
          onTap={() => void Taro.navigateTo({ url: routes.buyCard(plan.id) })}
        >
          <PackagePlanFacts plan={plan} />
        </Tap>
      ))}
    </View>
  );
}

function NoPlans() {
  return (
    <EmptyState
      title="现在没有可以买的卡"
      action={{ label: '返回', onTap: () => void Taro.navigateBack() }}
    >
      门店上架新卡后，会显示在这里。
    </EmptyState>
  );
}

/** What is in it, what it costs and would cost one by one, how long and where it is good, how it is given back. */
export function PackagePlanFacts({ plan, storeId }: { plan: PackagePlanView; storeId?: string }) {
  const saves = plan.listPriceFen > plan.priceFen;
  return (
    <>
      <View className="row plan__head">
        <View className="grow section">{plan.name}</View>
        <Money fen={plan.priceFen} className="plan__price" />
      </View>
      <View className="row pack-plan__under">
        <View className="grow note">{PACKAGE_KIND_WORDS[plan.kind]}</View>
        {saves && <View className="note figures">优惠前 ¥{formatYuan(plan.listPriceFen)}</View>}
      </View>
      <View className="pack-plan__items">
        {plan.items.map((item) => (
          <View key={item.name}>
            <View>{itemWords(item, plan)}</View>
            {item.services.length > 1 && (
              <View className="note">{item.services.map(({ name }) => name).join('、')}，任选</View>
            )}
          </View>
        ))}
      </View>
      <View className="plan__words">
        <View className="plan__word">{validityWords(plan)}</View>
        <View className="plan__word">{placeWords(plan, storeId)}</View>
        <View className="plan__word">{plan.refundTerms}</View>
      </View>
    </>
  );
}
