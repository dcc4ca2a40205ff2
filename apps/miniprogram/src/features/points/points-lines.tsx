import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { loadPointsLines } from '@/api/points';
import { usePaged } from '@/api/paged';
import { PagedList } from '@/components/paged-list';
import { EmptyState } from '@/components/states';
import { clockOf, dateOf } from '@/lib/time';
import { routes } from '@/routes';
import { signedPoints } from './points-words';
import './points.scss';

const empty = (
  <EmptyState
    title="还没有积分"
    action={{ label: '去签到', onTap: () => void Taro.redirectTo({ url: routes.points }) }}
  >
    消费、签到、评价得到的积分都会记在这里。
  </EmptyState>
);

/** Every movement of points, latest first. */
export function PointsLines() {
  const paged = usePaged(loadPointsLines);
  return (
    <PagedList paged={paged} empty={empty}>
      {(line) => (
        <View className="card row points-line t-points-line">
          <View className="grow">
            <View>{line.title}</View>
            <View className="note figures">
              {dateOf(line.at)} {clockOf(line.at)}
            </View>
          </View>
          <View className="points-line__sum figures">
            <View className={line.points > 0 ? 'points-line__in' : ''}>
              {signedPoints(line.points)}
            </View>
            <View className="note">剩 {line.balanceAfter}</View>
          </View>
        </View>
      )}
    </PagedList>
  );
}
