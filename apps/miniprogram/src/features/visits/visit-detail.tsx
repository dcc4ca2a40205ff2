import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useStores } from '@/api/stores';
import type { AppointmentView, StoreView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact, LinkRow } from '@/components/line-row';
import { Money } from '@/components/money';
import { StatePill } from '@/components/pill';
import { dateOf, dayWord, monthDay, spanWords, whenWords } from '@/lib/time';
import { routes } from '@/routes';
import { NoticeRows } from '@/features/consents/consent-rows';
import { VisitQuestionnaires } from '@/features/questionnaires/questionnaire-rows';
import { StoreActions } from '@/features/home/store-card';
import { CancelSheet } from './cancel-sheet';
import { OfferedTimes } from './offered-times';
import { ProgressCard } from './progress/progress-card';
import { rebook } from './rebook';
import { CalendarButton } from './calendar-button';
import { DECLINE_WORDS, historyTime, isAhead, isHere, isOpen } from './visit-words';
import './visit-detail.scss';

interface VisitProps {
  visit: AppointmentView;
  today: string;
}

/** A visit in full: where it stands, what, who, where, what it costs, what happened, what can still be done. */
export function VisitDetail({ visit, today }: VisitProps) {
  const store = useStores().data?.find(({ id }) => id === visit.storeId);
  const [cancelling, setCancelling] = useState(false);
  const cancel = () => setCancelling(true);
  return (
    <View className="page stack">
      <Head visit={visit} today={today} />
      {isHere(visit) && <ProgressCard visitId={visit.id} />}
      {visit.options.length > 0 && <OfferedTimes visit={visit} today={today} onNone={cancel} />}
      <Items visit={visit} />
      {isOpen(visit) && (
        <>
          <VisitQuestionnaires serviceIds={visit.items.map(({ serviceId }) => serviceId)} />
          <NoticeRows serviceIds={visit.items.map(({ serviceId }) => serviceId)} />
        </>
      )}
      <Place visit={visit} store={store} />
      <History visit={visit} />
      <Actions visit={visit} onCancel={cancel} />
      {cancelling && (
        <CancelSheet visit={visit} today={today} onClose={() => setCancelling(false)} />
      )}
    </View>
  );
}

const STATE_WORDS: Partial<Record<AppointmentView['state'], string>> = {
  held: '这个时间约不上，门店为您留了其他时间。',
  requested: '门店确认后会显示「已确认」，请稍候。',
  confirmed: '时间已为您留好，按时到店即可。',
  arrived: '欢迎光临，请稍坐。',
  in_service: '正在为您服务，祝您放松。',
  completed: '感谢光临，期待再见。',
  no_show: '这次没有等到您，欢迎重新预约。',
  expired: '没有及时确认，时间已放开，可以重新预约。',
};

/** Where it stands, with the time by which the salon answers. */
function stateWords(visit: AppointmentView, today: string): string | undefined {
  if (visit.state !== 'requested' || !visit.expiresAt) return STATE_WORDS[visit.state];
  return `门店会在${whenWords(visit.expiresAt, today)}前答复，确认后显示「已确认」。`;
}

function Head({ visit, today }: VisitProps) {
  const date = dateOf(visit.start);
  const cancelled = visit.lateCancel ? '临时取消' : '时间已释放，欢迎再约。';
  const declined = visit.declineReason && DECLINE_WORDS[visit.declineReason];
  const said = declined ? [declined, visit.cancelReason] : [visit.cancelReason, cancelled];
  return (
    <View className="card t-visit-head" id="visit-head">
      <View className="row">
        <View className="grow title figures">
          {monthDay(date, today)} {dayWord(date, today)}
        </View>
        <StatePill state={visit.state} />
      </View>
      <View className="visit-time figures">{spanWords(visit.start, visit.end)}</View>
      <View className="note">
        {visit.state === 'cancelled' ? said.filter(Boolean).join(' · ') : stateWords(visit, today)}
      </View>
    </View>
  );
}

function Items({ visit }: { visit: AppointmentView }) {
  return (
    <View className="card">
      {visit.items.map((item) => (
        <View key={`${item.serviceId}-${item.start}`} className="visit-item">
          <View className="row">
            <View className="grow">{item.serviceName}</View>
            {item.session ? (
              <View className="visit-item__session t-visit-session">次卡 1 次</View>
            ) : (
              <Money fen={item.priceFen} />
            )}
          </View>
          <View className="note figures">
            {spanWords(item.start, item.end)} · {item.staffName} {item.staffTitle}
            {item.requested ? ' · 指定' : ''}
          </View>
          {item.session && <SessionRow session={item.session} />}
        </View>
      ))}
      <View className="row visit-total">
        <View className="grow note">到店付款</View>
        <Money fen={payableFen(visit)} className="section" />
      </View>
      {visit.note && <Fact name="备注">{visit.note}</Fact>}
    </View>
  );
}

/** The card that is used, with the way to its uses, where she can say that one is wrong. */
function SessionRow({ session }: { session: NonNullable<VisitItem['session']> }) {
  return (
    <View className="visit-item__card">
      <LinkRow
        id={`visit-card-${session.itemId}`}
        title={session.packageName}
        value={session.used ? '已扣 1 次，核对' : '已留 1 次'}
        onTap={() => void Taro.navigateTo({ url: routes.card(session.packageId) })}
      />
    </View>
  );
}

type VisitItem = AppointmentView['items'][number];

/** What is left to pay: sessions have been paid for. */
const payableFen = ({ items, priceFen }: AppointmentView): number =>
  items.reduce((sum, item) => (item.session ? sum - item.priceFen : sum), priceFen);

function Place({ visit, store }: { visit: AppointmentView; store: StoreView | undefined }) {
  return (
    <View className="card">
      <View>{visit.storeName}</View>
      {store && (
        <>
          <View className="note">{store.address}</View>
          <StoreActions store={store}>
            {isAhead(visit) && <CalendarButton visit={visit} store={store} />}
          </StoreActions>
        </>
      )}
    </View>
  );
}

function History({ visit }: { visit: AppointmentView }) {
  if (visit.history.length === 0) return null;
  return (
    <View className="card t-visit-history" id="visit-history">
      {visit.history.map((line) => (
        <View key={`${line.at}${line.what}`} className="history-line">
          <View className="note figures history-line__at">{historyTime(line.at)}</View>
          <View className="grow">{line.what}</View>
        </View>
      ))}
    </View>
  );
}

function Actions({ visit, onCancel }: { visit: AppointmentView; onCancel(): void }) {
  return (
    <View className="stack visit-actions">
      {visit.reschedulable && (
        <Button
          id="visit-reschedule"
          onTap={() => void Taro.navigateTo({ url: routes.reschedule(visit.id) })}
        >
          改时间
        </Button>
      )}
      {visit.cancellable && visit.options.length === 0 && (
        <Button id="visit-cancel" kind="plain" onTap={onCancel}>
          取消预约
        </Button>
      )}
      {!isOpen(visit) && (
        <Button id="visit-rebook" onTap={() => rebook(visit)}>
          {visit.state === 'expired' ? '重新预约' : '再约一次'}
        </Button>
      )}
    </View>
  );
}
