import { View } from '@tarojs/components';
import { useAppointments } from '@/api/appointments';
import { useMe } from '@/api/me';
import { useStores } from '@/api/stores';
import type { AppointmentView } from '@/api/types';
import { Button } from '@/components/button';
import { EmptyState, ErrorState, Loaded, Skeleton } from '@/components/states';
import { useDraft } from '@/features/booking/booking-store';
import { goBook, openVisit, rebook } from '@/features/visits/rebook';
import { VisitCard } from '@/features/visits/visit-card';
import { greetingAt } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { BirthdayGift } from './birthday-gift';
import { CouponStrip } from './coupon-strip';
import { StoreCard } from './store-card';
import { UseStrip } from './use-strip';
import { WalletStrip } from './wallet-strip';

/** What matters today: the next visit, or the last one to repeat, and the store. */
export function Home() {
  const today = useToday();
  const upcoming = useAppointments('upcoming');
  const stores = useStores();
  const nothing = upcoming.data === undefined && stores.data === undefined;
  if (nothing && upcoming.error !== undefined && stores.error !== undefined) {
    const again = () => void Promise.all([upcoming.reload(), stores.reload()]);
    return <ErrorState error={upcoming.error} onRetry={again} />;
  }
  return (
    <View className="stack">
      <Greeting />
      <BirthdayGift />
      <NextVisit today={today} />
      <UseStrip />
      <WalletStrip />
      <CouponStrip />
      <Stores />
    </View>
  );
}

function Greeting() {
  const me = useMe();
  // A file that nobody has named yet carries a stand-in, which is no way to greet anyone.
  const name = me.data?.named ? me.data.name : '';
  const hello = greetingAt(new Date().getHours());
  return <View className="title home__hello">{name ? `${hello}，${name}` : hello}</View>;
}

function NextVisit({ today }: { today: string }) {
  const upcoming = useAppointments('upcoming');
  return (
    <Loaded remote={upcoming} skeleton={<Skeleton />}>
      {([next, ...later]) =>
        next ? (
          <>
            <VisitCard visit={next} today={today} onOpen={() => openVisit(next)} />
            {later.length > 0 && (
              <View className="note home__later">之后还有 {later.length} 次预约</View>
            )}
          </>
        ) : (
          <LastVisit today={today} />
        )
      }
    </Loaded>
  );
}

function LastVisit({ today }: { today: string }) {
  const past = useAppointments('past');
  return (
    <Loaded remote={past} skeleton={<Skeleton />}>
      {(visits) => {
        const last = visits.find((visit) => visit.state === 'completed');
        return last ? <Again visit={last} today={today} /> : <Welcome />;
      }}
    </Loaded>
  );
}

function Again({ visit, today }: { visit: AppointmentView; today: string }) {
  return (
    <>
      <View className="section">上次到店</View>
      <VisitCard visit={visit} today={today} onOpen={() => openVisit(visit)}>
        <View className="visit-card__actions">
          <Button id="home-rebook" onTap={() => rebook(visit)}>
            照上次再约
          </Button>
          <Button id="home-book" kind="plain" onTap={goBook}>
            约别的
          </Button>
        </View>
      </VisitCard>
    </>
  );
}

function Welcome() {
  return (
    <View className="card">
      <EmptyState title="还没有预约" action={{ label: '去预约', onTap: goBook }}>
        选好项目和时间，一分钟就能约好。
      </EmptyState>
    </View>
  );
}

/** The store the client books in first, then the others. */
function Stores() {
  const stores = useStores();
  const { storeId } = useDraft();
  if (stores.data === undefined) {
    return stores.error === undefined ? (
      <Skeleton />
    ) : (
      <ErrorState error={stores.error} onRetry={() => void stores.reload()} />
    );
  }
  const sorted = [...stores.data].sort(
    (a, b) => Number(b.id === storeId) - Number(a.id === storeId),
  );
  return (
    <>
      {sorted.map((store) => (
        <StoreCard key={store.id} store={store} />
      ))}
    </>
  );
}
