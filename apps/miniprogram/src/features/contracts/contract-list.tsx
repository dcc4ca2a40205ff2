import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useContracts } from '@/api/contracts';
import type { ContractLine } from '@/api/types';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { momentWords } from '@/features/orders/order-words';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { CONTRACT_STATE_WORDS, CONTRACT_TONES } from './contract-words';
import '@/components/pill.scss';
import './contracts.scss';

/** Every contract, signed or waiting for it. */
export function ContractList() {
  const today = useToday();
  const contracts = useContracts();
  const skeleton = (
    <View className="stack">
      <Skeleton />
      <Skeleton />
    </View>
  );
  return (
    <Loaded remote={contracts} skeleton={skeleton}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState
            title="还没有储值协议"
            action={{
              label: '看看储值方案',
              onTap: () => void Taro.navigateTo({ url: routes.plans }),
            }}
          >
            每次充值签下的协议都会保存在这里。
          </EmptyState>
        ) : (
          <View className="stack">
            {items.map((contract) => (
              <ContractCard key={contract.id} contract={contract} today={today} />
            ))}
          </View>
        )
      }
    </Loaded>
  );
}

function ContractCard({ contract, today }: { contract: ContractLine; today: string }) {
  const gift = contract.bonusFen > 0 ? `，赠 ¥${formatYuan(contract.bonusFen)}` : '';
  return (
    <Tap
      id={`contract-${contract.id}`}
      className="card contract-card t-contract"
      label={`${contract.title}，${CONTRACT_STATE_WORDS[contract.state]}`}
      onTap={() => void Taro.navigateTo({ url: routes.contract(contract.id) })}
    >
      <View className="row contract-card__head">
        <View className="grow">{contract.planName}</View>
        <ContractPill state={contract.state} />
      </View>
      <View className="note figures">
        实付 ¥{formatYuan(contract.priceFen)}
        {gift}
      </View>
      <View className="note figures">
        {contract.storeName} · {momentWords(contract.signedAt ?? contract.createdAt, today)}
      </View>
    </Tap>
  );
}

export function ContractPill({ state }: { state: ContractLine['state'] }) {
  return (
    <View className={`pill pill--${CONTRACT_TONES[state]}`}>{CONTRACT_STATE_WORDS[state]}</View>
  );
}
