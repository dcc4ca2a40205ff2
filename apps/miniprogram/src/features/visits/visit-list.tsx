import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import { loadAppointments, type Scope } from '@/api/appointments';
import { usePaged } from '@/api/paged';
import { PagedList } from '@/components/paged-list';
import { EmptyState } from '@/components/states';
import { Tap } from '@/components/tap';
import { useToday } from '@/lib/use-today';
import { goBook, openVisit } from './rebook';
import { VisitCard } from './visit-card';

/** All visits of the client: those to come, and those behind. */
export function VisitList() {
  const [scope, setScope] = useState<Scope>('upcoming');
  return (
    <View className="stack">
      <View className="segments" role="tablist">
        <Tap
          id="scope-upcoming"
          className="segment"
          selected={scope === 'upcoming'}
          onTap={() => setScope('upcoming')}
        >
          未完成
        </Tap>
        <Tap
          id="scope-past"
          className="segment"
          selected={scope === 'past'}
          onTap={() => setScope('past')}
        >
          以往
        </Tap>
      </View>
      <Visits key={scope} scope={scope} />
    </View>
  );
}

function Visits({ scope }: { scope: Scope }) {
  const today = useToday();
  const load = useCallback((cursor?: string) => loadAppointments(scope, cursor), [scope]);
  const paged = usePaged(load);
  // Coming back from a visit that was changed there: the first showing has asked already.
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void paged.reload();
    shown.current = true;
  });
  const empty =
    scope === 'upcoming' ? (
      <EmptyState title="没有未完成的预约" action={{ label: '去预约', onTap: goBook }} />
    ) : (
      <EmptyState title="还没有以往的预约">到店之后会记在这里。</EmptyState>
    );
  return (
    <PagedList paged={paged} empty={empty}>
      {(visit) => <VisitCard visit={visit} today={today} onOpen={() => openVisit(visit)} />}
    </PagedList>
  );
}
