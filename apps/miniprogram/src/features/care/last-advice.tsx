import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useLastTreatment } from '@/api/treatments';
import { Button } from '@/components/button';
import { LinkRow } from '@/components/line-row';
import { goBook } from '@/features/visits/rebook';
import { dateOf, dayWord, monthDay } from '@/lib/time';
import { routes } from '@/routes';
import { Part } from './part';
import { doneWords } from './treatment-words';
import './care.scss';

/** What she was told after the last visit, and when to come again; nothing while nothing was written. */
export function LastAdvice({ today }: { today: string }) {
  const last = useLastTreatment().data;
  if (!last) return null;
  const { advice, homeCare, nextOn, visitedAt } = last;
  return (
    <View className="card care-advice" id="care-advice">
      <LinkRow
        id="care-all-records"
        title="上次护理"
        value={`${monthDay(dateOf(visitedAt), today)} · 全部记录`}
        onTap={() => void Taro.navigateTo({ url: routes.careRecords })}
      />
      <View className="note">{doneWords(last)}</View>
      <Part name="给您的建议">{advice}</Part>
      <Part name="居家护理">{homeCare}</Part>
      {nextOn !== null && nextOn >= today && (
        <>
          <Part name="建议下次来">{`${monthDay(nextOn, today)} ${dayWord(nextOn, today)}`}</Part>
          <View className="visit-card__actions">
            <Button id="care-book-next" kind="plain" onTap={goBook}>
              去预约
            </Button>
          </View>
        </>
      )}
    </View>
  );
}
