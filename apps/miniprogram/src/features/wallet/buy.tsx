import { useStartTopUp } from '@/api/start-top-up';
import { useTopUpPlans } from '@/api/top-up-plans';
import { ErrorState, Loaded, Skeleton } from '@/components/states';
import { Unsettled } from '@/features/booking/unsettled';
import { ApiProblem } from '@/lib/failure';
import { ContractOffer } from './contract-offer';
import { PlanFacts } from './plans';
import { useContractOrder } from './use-contract-order';
import { toPlans } from './ways';

/** One plan: its contract is read and signed, then it is paid. */
export function Buy({ planId }: { planId: string }) {
  const plans = useTopUpPlans();
  const order = useContractOrder(useStartTopUp(), '/client/top-up-plans');
  if (order.isUnknown) {
    return (
      <Unsettled
        what="充值"
        where="订单与支付"
        busy={false}
        onRetry={order.retry}
        onAbandon={order.abandon}
      />
    );
  }
  return (
    <Loaded remote={plans} skeleton={<Skeleton lines={8} />}>
      {({ items, signBeforePaying }) => {
        const plan = items.find(({ id }) => id === planId);
        // A signature belongs to what was read: other words or terms want another one.
        if (plan)
          return (
            <ContractOffer
              key={plan.contracts.map(({ offerHash }) => offerHash).join()}
              plan={plan}
              mustSign={signBeforePaying}
              {...(plan.withinCap ? {} : { refusal: '充值后会超过储值限额，请看看其他方案' })}
              kept="签好的协议会保存在「储值协议」里，随时可以再看。"
              order={order}
              facts={(storeId) => (
                <PlanFacts plan={plan} {...(storeId === undefined ? {} : { storeId })} />
              )}
            />
          );
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
