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
