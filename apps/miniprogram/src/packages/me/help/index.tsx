import { View } from '@tarojs/components';
import { useStores } from '@/api/stores';
import { Loaded, Skeleton } from '@/components/states';
import { StoreCard } from '@/features/home/store-card';

const ANSWERS = [
  {
    question: '怎样算约好了？',
    answer: '预约显示「已确认」就约好了。显示「待确认」时，门店会尽快答复，时间已先为您留着。',
  },
  {
    question: '想改时间或取消？',
    answer: '在「我的预约」里打开那一条，可以改时间或取消。每家门店的免费取消时间写在预约确认里。',
  },
  {
    question: '提交时断网了怎么办？',
    answer: '回到预约页按「再问一次」，同一次预约不会重复提交。',
  },
  {
    question: '充值付了款，没看到余额？',
    answer:
      '在「会员与储值」里打开那笔订单，会向微信核实，确认后自动到账。同一笔订单不会收两次钱；取消或失败的订单没有扣款，可以再付。',
  },
  {
    question: '储值怎么退？',
    answer: '在「会员与储值」里按「申请退款」，会列出每种原因能退多少和怎么算的，提交后门店审核。',
  },
];

export default function HelpPage() {
  const stores = useStores();
  return (
    <View className="page stack" id="page-help">
      <View className="card prose">
        {ANSWERS.map(({ question, answer }) => (
          <View key={question} className="prose__part">
            <View className="section">{question}</View>
            <View>{answer}</View>
          </View>
        ))}
      </View>
      <Loaded remote={stores} skeleton={<Skeleton />}>
        {(all) => (
          <View className="stack">
            {all.map((store) => (
              <StoreCard key={store.id} store={store} />
            ))}
          </View>
        )}
      </Loaded>
    </View>
  );
}
