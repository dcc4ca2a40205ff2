import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { tierRightWords } from '@yance/shared-types';
import { useTier } from '@/api/tier';
import type { MemberTierView, TierView } from '@/api/types';
import { Button } from '@/components/button';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { haveWords, progressPercent, standingWords } from './tier-words';
import './tier.scss';

/** The client's tier, what is missing to the next, and what each gives. */
export function TierPage() {
  const tier = useTier();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={3} />
      <Skeleton lines={4} />
    </View>
  );
  return (
    <Loaded remote={tier} skeleton={skeleton}>
      {(shown) => (shown.tiers.length === 0 ? <None /> : <Shown member={shown} />)}
    </Loaded>
  );
}

const None = () => (
  <EmptyState title="这里还没有会员等级">门店设了等级之后，您的消费和到店会一起算进来。</EmptyState>
);

function Shown({ member }: { member: MemberTierView }) {
  const { tier, next, tiers } = member;
  return (
    <View className="stack">
      <Standing member={member} />
      {next && <Next next={next} />}
      <View className="section tier-head">各等级权益</View>
      {tiers.map((one) => (
        <Rights key={one.id} tier={one} isOwn={one.id === tier?.id} />
      ))}
    </View>
  );
}

function Standing({ member }: { member: MemberTierView }) {
  const today = useToday();
  const { tier, next } = member;
  return (
    <View className="tier-card" id="tier-card">
      <View className="tier-card__label">我的等级</View>
      <View className="tier-card__name t-tier">{tier?.name ?? '普通会员'}</View>
      <View className="tier-card__label figures">
        {tier ? standingWords(member, today) : '还没有等级，从下面任一条开始'}
      </View>
      {tier && !next && <View className="tier-card__label">已是最高等级，谢谢您一直在</View>}
    </View>
  );
}

function Next({ next: { tier, ways } }: { next: NonNullable<MemberTierView['next']> }) {
  return (
    <View className="card" id="tier-next">
      <View className="section">离{tier.name}还差</View>
      <View className="note">{ways.length > 1 ? '做到其中一条即可' : '做到这一条即可'}</View>
      {ways.map((way) => (
        <View key={`${way.by}.${way.windowMonths ?? ''}`} className="tier-way">
          <View className="figures t-tier-way">{way.words}</View>
          {haveWords(way) !== '' && (
            <>
              <View className="tier-bar" aria-hidden>
                <View className="tier-bar__done" style={{ width: `${progressPercent(way)}%` }} />
              </View>
              <View className="note figures">{haveWords(way)}</View>
            </>
          )}
        </View>
      ))}
      {ways.some(({ by }) => by === 'top_up_once' || by === 'top_up_sum') && (
        <Button
          id="tier-top-up"
          kind="plain"
          onTap={() => void Taro.navigateTo({ url: routes.plans })}
        >
          看看储值方案
        </Button>
      )}
    </View>
  );
}

function Rights({ tier, isOwn }: { tier: TierView; isOwn: boolean }) {
  return (
    <View className={`card t-tier-rights${isOwn ? ' tier-own' : ''}`}>
      <View className="row">
        <View className="grow tier-rights__name">{tier.name}</View>
        {isOwn && <View className="note tier-rights__own">我在这里</View>}
      </View>
      <View className="tier-rights">
        {tierRightWords(tier).map((right) => (
          <View key={right} className="tier-right figures">
            {right}
          </View>
        ))}
      </View>
    </View>
  );
}
