import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { usePackages } from '@/api/packages';
import type { PackageView } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { isEndingSoon, isInUse, leftWords, markOf, reservedOf, untilWords } from './package-words';
import './packages.scss';

const goPlans = () => void Taro.navigateTo({ url: routes.cardPlans });

/** A client's packages and cards by time: those in use, then those that are over. */
export function PackageList() {
  const packages = usePackages();
  return (
    <View className="stack">
      <View className="card rows">
        <LinkRow id="cards-plans" title="购买次卡、疗程卡" value="去看看" onTap={goPlans} />
      </View>
      <Loaded remote={packages} skeleton={<Waiting />}>
        {(items) => (items.length === 0 ? <Nothing /> : <Shelves items={items} />)}
      </Loaded>
    </View>
  );
}

function Shelves({ items }: { items: readonly PackageView[] }) {
  const [inUse, over] = [items.filter(isInUse), items.filter((one) => !isInUse(one))];
  return (
    <>
      {inUse.map((pack) => (
        <PackageCard key={pack.id} pack={pack} />
      ))}
      {over.length > 0 && <View className="section cards-over">用完和结束的</View>}
      {over.map((pack) => (
        <PackageCard key={pack.id} pack={pack} />
      ))}
    </>
  );
}

const Waiting = () => (
  <View className="stack">
    <Skeleton />
    <Skeleton />
  </View>
);

function Nothing() {
  return (
    <EmptyState title="还没有次卡" action={{ label: '看看有哪些卡', onTap: goPlans }}>
      买下或门店为您开的次卡、疗程卡，都会放在这里。
    </EmptyState>
  );
}

function PackageCard({ pack }: { pack: PackageView }) {
  const today = useToday();
  return (
    <Tap
      id={`card-${pack.id}`}
      className="card pack-card t-card"
      label={`${pack.name}，${leftWords(pack, today)}，查看详情`}
      onTap={() => void Taro.navigateTo({ url: routes.card(pack.id) })}
    >
      <PackageFace pack={pack} />
    </Tap>
  );
}

/** Name, what is left, until when, and what is out of the ordinary. */
export function PackageFace({ pack }: { pack: PackageView }) {
  const today = useToday();
  const mark = markOf(pack);
  const reserved = reservedOf(pack);
  const soon = mark === undefined && isEndingSoon(pack, today) ? ' pack-card__soon' : '';
  return (
    <>
      <View className="row pack-card__head">
        <View className="grow section">{pack.name}</View>
        {mark && <View className={`pill pill--${mark.tone} t-mark`}>{mark.words}</View>}
      </View>
      <View className="row pack-card__body">
        <View className={`grow note figures${soon}`}>{untilWords(pack, today)}</View>
        <View className="figures pack-card__left t-left">{leftWords(pack, today)}</View>
      </View>
      {reserved > 0 && (
        <View className="note pack-card__kept t-kept">其中 {reserved} 次已为您的预约留着</View>
      )}
    </>
  );
}
