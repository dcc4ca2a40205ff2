import { View } from '@tarojs/components';
import { REACTION_WORDS } from '@yance/shared-types';
import { usePaged } from '@/api/paged';
import { loadTreatments } from '@/api/treatments';
import type { TreatmentView } from '@/api/types';
import { PagedList } from '@/components/paged-list';
import { EmptyState } from '@/components/states';
import { goBook } from '@/features/visits/rebook';
import { dateOf, dayWord, monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { Part } from './part';
import { parameterWords, productWords } from './treatment-words';

const empty = (
  <EmptyState title="还没有护理记录" action={{ label: '去预约', onTap: goBook }}>
    美容师写好记录后，做了什么、用了什么、要注意什么，都会在这里。
  </EmptyState>
);

/** What was done at each visit, latest first. */
export function TreatmentList() {
  const today = useToday();
  const paged = usePaged(loadTreatments);
  return (
    <PagedList paged={paged} empty={empty}>
      {(treatment) => <Treatment treatment={treatment} today={today} />}
    </PagedList>
  );
}

function Treatment({ treatment, today }: { treatment: TreatmentView; today: string }) {
  const { done, products, reaction, reactionWords, nextOn, storeName, closed } = treatment;
  const date = dateOf(treatment.visitedAt);
  return (
    <View className="card t-treatment">
      <View className="section figures">
        {monthDay(date, today)} {dayWord(date, today)}
      </View>
      <View className="note">{storeName}</View>
      <View className="care-part">
        {done.map((one) => (
          <View key={one.serviceId}>
            <View>{one.serviceName}</View>
            {one.parameters.length > 0 && (
              <View className="note figures">{parameterWords(one)}</View>
            )}
          </View>
        ))}
      </View>
      <Part name="用了什么">{products.map(productWords).join('、')}</Part>
      <Part name="护理后的反应">
        {closed ? '' : [REACTION_WORDS[reaction], reactionWords].filter(Boolean).join('：')}
      </Part>
      {closed && (
        <View className="note">
          您已撤回健康信息的同意，反应、建议和手写的内容不再显示，重新同意后会恢复。
        </View>
      )}
      <Part name="给您的建议">{treatment.advice}</Part>
      <Part name="居家护理">{treatment.homeCare}</Part>
      <Part name="建议下次来">{nextOn === null ? '' : monthDay(nextOn, today)}</Part>
    </View>
  );
}
