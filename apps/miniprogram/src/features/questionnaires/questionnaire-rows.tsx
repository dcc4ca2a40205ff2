import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useQuestionnaires } from '@/api/questionnaires';
import type { QuestionnaireStanding } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { routes } from '@/routes';
import { isWaiting, stateWord } from './questionnaire-words';
import { useMyQuestionnaires } from './use-my-questionnaires';
import './questionnaires.scss';

const Row = ({ item }: { item: QuestionnaireStanding }) => (
  <LinkRow
    id={`questionnaire-${item.questionnaireId}`}
    title={item.title}
    value={stateWord(item)}
    onTap={() => void Taro.navigateTo({ url: routes.questionnaire(item.questionnaireId) })}
  />
);

/** All that she is asked, what waits first. */
export function MyQuestionnaires() {
  const remote = useMyQuestionnaires();
  return (
    <Loaded remote={remote} skeleton={<Skeleton lines={3} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="现在没有要填的问卷">约好项目以后，需要填写的会出现在这里。</EmptyState>
        ) : (
          <View className="card rows" id="questionnaires">
            {[...items]
              .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
              .map((item) => (
                <Row key={item.questionnaireId} item={item} />
              ))}
          </View>
        )
      }
    </Loaded>
  );
}

/** What she is asked before a visit; nothing where its services ask for none. */
export function VisitQuestionnaires({ serviceIds }: { serviceIds: readonly string[] }) {
  const asked = useQuestionnaires([...new Set(serviceIds)]).data?.items ?? [];
  if (asked.length === 0) return null;
  return (
    <View className="card t-questionnaires" id="visit-questionnaires">
      {asked.some(isWaiting) && (
        <View className="note">来之前请先填好问卷，到店就能直接开始。</View>
      )}
      {asked.map((item) => (
        <Row key={item.questionnaireId} item={item} />
      ))}
    </View>
  );
}

/** What waits to be filled in before she comes; nothing where nothing does. */
export function WaitingQuestionnaires() {
  const waiting = (useMyQuestionnaires().data?.items ?? []).filter(isWaiting);
  if (waiting.length === 0) return null;
  return (
    <View className="card waiting-questionnaires" id="waiting-questionnaires">
      <View className="section">来店前请填写</View>
      {waiting.map((item) => (
        <Row key={item.questionnaireId} item={item} />
      ))}
    </View>
  );
}
