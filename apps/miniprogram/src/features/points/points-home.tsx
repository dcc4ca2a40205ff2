import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { usePoints } from '@/api/points';
import type { PointsView } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { CheckInCard } from './check-in';
import { lapsingWords, worthWords } from './points-words';
import { Redemptions } from './redemptions';
import './points.scss';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** Points: how many, what lapses, today's check-in, what they buy, and what waits to be picked up. */
export function PointsHome() {
  const points = usePoints();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={3} />
      <Skeleton lines={2} />
    </View>
  );
  return (
    <Loaded remote={points} skeleton={skeleton}>
      {(shown) => (
        <View className="stack">
          <Balance points={shown} />
          <CheckInCard checkIn={shown.checkIn} />
          <View className="card rows">
            <LinkRow
              id="points-rewards"
              title="积分兑换"
              value="看看能换什么"
              onTap={go(routes.rewards)}
            />
            <LinkRow id="points-lines" title="积分明细" onTap={go(routes.pointsLines)} />
          </View>
          <Redemptions redemptions={shown.redemptions} />
        </View>
      )}
    </Loaded>
  );
}

function Balance({ points }: { points: PointsView }) {
  const today = useToday();
  const [lapsing, worth] = [lapsingWords(points, today), worthWords(points)];
  return (
    <View className="card" id="points-balance">
      <View className="note">我的积分</View>
      <View className="figures points-sum t-points">{points.points}</View>
      {lapsing !== '' && <View className="note figures t-lapsing">{lapsing}</View>}
      {points.shortfall > 0 && (
        <View className="note figures points-short">
          有 {points.shortfall} 分已冲正，会从之后获得的积分里补回
        </View>
      )}
      {worth !== '' && <View className="note figures">{worth}</View>}
    </View>
  );
}
