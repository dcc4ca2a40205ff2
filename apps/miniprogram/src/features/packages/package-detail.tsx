import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePackage } from '@/api/packages';
import type { PackageDetailView, SessionUseView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact, LinkRow } from '@/components/line-row';
import { Money } from '@/components/money';
import { Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { historyTime } from '@/features/visits/visit-words';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { PackageFace } from './package-list';
import { isInUse, useWords } from './package-words';
import { UseAnswer } from './use-answer';
import { bookWith, toCards } from './ways';
import '@/features/visits/visit-detail.scss';
import './packages.scss';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** One package: what is left of each service, every use with her say, its terms and what happened to it. */
export function PackageDetail({ id }: { id: string }) {
  const pack = usePackage(id);
  return (
    <Loaded remote={pack} skeleton={<Skeleton lines={6} />} wayOut={toCards}>
      {(shown) => (
        <View className="stack">
          <Head pack={shown} />
          <Uses uses={shown.uses} />
          <Terms pack={shown} />
          <History pack={shown} />
        </View>
      )}
    </Loaded>
  );
}

function Head({ pack }: { pack: PackageDetailView }) {
  const usable = isInUse(pack) && pack.frozenOn === null && !pack.pastDate;
  return (
    <>
      <View className="card" id="card-face">
        <PackageFace pack={pack} />
        <Notice pack={pack} />
        <Items pack={pack} />
      </View>
      {usable && pack.openRefundId === null && (
        <Button id="card-book" onTap={() => bookWith(pack)}>
          用这张卡预约
        </Button>
      )}
    </>
  );
}

function Notice({ pack }: { pack: PackageDetailView }) {
  const words = noticeOf(pack);
  return words === undefined ? null : <View className="alert pack-notice t-notice">{words}</View>;
}

function noticeOf(pack: PackageDetailView): string | undefined {
  if (pack.openRefundId !== null) return '正在办理退卡，剩余次数暂时不能用。';
  if (pack.state !== 'active') return undefined;
  if (pack.frozenOn !== null)
    return '这张卡正在冻结，冻结的天数会加到期限里。需要用时请联系门店解冻。';
  if (pack.pastDate && isInUse(pack))
    return '期限过了，买下的次数不会作废：可以请门店延期，或把剩余的钱退给您。';
  return undefined;
}

/** What is left of each entitlement; one alone is said by the head. */
function Items({ pack }: { pack: PackageDetailView }) {
  return (
    <View className="pack-items">
      {pack.items.map((item) => (
        <View key={item.id} className="pack-item t-item">
          <View className="row">
            <View className="grow">{item.name}</View>
            {pack.kind !== 'time' && (
              <View className="figures pack-item__left">
                {item.left} / {item.total} 次
              </View>
            )}
          </View>
          {item.services.length > 1 && (
            <View className="note">{item.services.map(({ name }) => name).join('、')}，任选</View>
          )}
          {item.giftsLeft > 0 && (
            <View className="note">其中 {item.giftsLeft} 次是赠送的，先用赠送，到期后作废</View>
          )}
        </View>
      ))}
      {pack.kind === 'time' && (
        <View className="note">
          {pack.usesPerDay === null ? '期内不限次' : `每天最多 ${pack.usesPerDay} 次`}
        </View>
      )}
    </View>
  );
}

function Uses({ uses }: { uses: readonly SessionUseView[] }) {
  return (
    <View className="card" id="card-uses">
      <View className="section">使用记录</View>
      {uses.length === 0 && <View className="note pack-none">还没有用过。</View>}
      {uses.map((use) => (
        <Use key={use.id} use={use} />
      ))}
    </View>
  );
}

/** A use waits for her word openly; what is agreed to opens with a tap. */
function Use({ use }: { use: SessionUseView }) {
  const [open, setOpen] = useState(use.consent === 'pending' && use.disputedAt === null);
  return (
    <View className="pack-use">
      <Tap
        id={`use-${use.id}`}
        className="pack-use__line t-use"
        label={`${use.title}，${useWords(use)}`}
        onTap={() => setOpen(!open)}
      >
        <View className="row pack-use__head">
          <View className="grow">{use.title}</View>
          <View className="note pack-use__word t-use-word">{useWords(use)}</View>
        </View>
        <View className="note figures">
          {historyTime(use.at)} · {use.byName} · {use.storeName}
        </View>
      </Tap>
      {use.reverseReason !== null && <View className="note">{use.reverseReason}</View>}
      {open && <UseAnswer use={use} />}
    </View>
  );
}

function Terms({ pack }: { pack: PackageDetailView }) {
  const today = useToday();
  return (
    <>
      <View className="card">
        <Fact name="实付">
          <Money fen={pack.priceFen} />
        </Fact>
        {pack.paidOn !== null && <Fact name="购买">{monthDay(pack.paidOn, today)}</Fact>}
        <Fact name="门店">{pack.validEverywhere ? '所有门店通用' : `仅限${pack.storeName}`}</Fact>
        <Fact name="退卡">{pack.refundTerms}</Fact>
      </View>
      {(pack.contractId !== null || isInUse(pack)) && (
        <View className="card rows">
          {pack.contractId !== null && (
            <LinkRow
              id="card-contract"
              title="购卡协议"
              onTap={go(routes.contract(pack.contractId))}
            />
          )}
          {isInUse(pack) && (
            <LinkRow
              id="card-refund"
              title={pack.openRefundId === null ? '申请退卡' : '退卡进度'}
              onTap={go(routes.cardRefund(pack.id))}
            />
          )}
        </View>
      )}
    </>
  );
}

function History({ pack }: { pack: PackageDetailView }) {
  return (
    <View className="card" id="card-history">
      {pack.changes.map((change) => (
        <View key={`${change.at}${change.kind}`} className="history-line">
          <View className="note figures history-line__at">{historyTime(change.at)}</View>
          <View className="grow">
            <View>{change.what}</View>
            {change.reason !== null && <View className="note">{change.reason}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
