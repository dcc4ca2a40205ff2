import Taro, { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { loadBills } from '@/api/bills';
import { usePaged } from '@/api/paged';
import type { BillRow } from '@/api/types';
import { Money } from '@/components/money';
import { PagedList } from '@/components/paged-list';
import { EmptyState } from '@/components/states';
import { Tap } from '@/components/tap';
import { goBook } from '@/features/visits/rebook';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { BILL_TONES, BILL_WORDS, withMonths } from './bill-words';
import '@/components/pill.scss';
import './bills.scss';

/** Everything that she paid at the desk, month by month. */
export function BillList() {
  const today = useToday();
  const paged = usePaged(loadBills);
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void paged.reload();
    shown.current = true;
  });
  const heads = withMonths(paged.items ?? []);
  const empty = (
    <EmptyState title="还没有账单" action={{ label: '去预约', onTap: goBook }}>
      到店消费之后，每一笔明细都会记在这里。
    </EmptyState>
  );
  return (
    <PagedList paged={paged} empty={empty}>
      {(bill) => (
        <>
          {heads.has(bill) && <View className="section bill-month">{heads.get(bill)}</View>}
          <BillCard bill={bill} today={today} />
        </>
      )}
    </PagedList>
  );
}

function BillCard({ bill, today }: { bill: BillRow; today: string }) {
  const { id, state, payFen, storeName, date, no } = bill;
  return (
    <Tap
      id={`bill-${id}`}
      className="card bill-card t-bill"
      label={`${storeName} ${monthDay(date, today)}，${BILL_WORDS[state]}`}
      onTap={() => void Taro.navigateTo({ url: routes.bill(id) })}
    >
      <View className="row bill-card__head">
        <View className="grow ellipsis">{storeName}</View>
        <BillPill state={state} />
      </View>
      <View className="row bill-card__sum">
        <View className="grow note figures">
          {monthDay(date, today)} · {no} 号单
        </View>
        <Money fen={payFen} className={`section${state === 'reversed' ? ' bill-undone' : ''}`} />
      </View>
    </Tap>
  );
}

/** Where a bill stands, in one word. */
export function BillPill({ state }: { state: BillRow['state'] }) {
  return (
    <View className={`pill pill--${BILL_TONES[state]} t-bill-${state}`}>{BILL_WORDS[state]}</View>
  );
}
