import { usePackagePlans, useStartPackage } from '@/api/packages';
import { ErrorState, Loaded, Skeleton } from '@/components/states';
import { Unsettled } from '@/features/booking/unsettled';
import { ContractOffer } from '@/features/wallet/contract-offer';
import { useContractOrder } from '@/features/wallet/use-contract-order';
import { ApiProblem } from '@/lib/failure';
import { PackagePlanFacts } from './package-plans';
import { toCardPlans } from './ways';

/** One package: its contract is read and signed, then it is paid. */
export function PackageBuy({ planId }: { planId: string }) {
  const plans = usePackagePlans();
  const order = useContractOrder(useStartPackage(), '/client/package-plans');
  if (order.isUnknown) {
    return (
      <Unsettled
        what="购卡"
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
              kept="签好的协议会和卡保存在一起，随时可以再看。"
              order={order}
              facts={(storeId) => (
                <PackagePlanFacts plan={plan} {...(storeId === undefined ? {} : { storeId })} />
              )}
            />
          );
        return (
          <ErrorState
            error={new ApiProblem(404, 'PACKAGE_PLAN_NOT_FOUND', '这张卡已经下架，请看看其他卡。')}
            onRetry={() => void plans.reload()}
            wayOut={toCardPlans}
          />
        );
      }}
    </Loaded>
  );
}
