import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { loadAppointments } from '@/api/appointments';
import { assessmentsChanged } from '@/api/assessments';
import { useCarePlan } from '@/api/care-plan';
import { usePaged } from '@/api/paged';
import { treatmentsChanged } from '@/api/treatments';
import { Button } from '@/components/button';
import { PagedList } from '@/components/paged-list';
import { EmptyState, ErrorState } from '@/components/states';
import { WaitingQuestionnaires } from '@/features/questionnaires/questionnaire-rows';
import { goBook, openVisit, rebook } from '@/features/visits/rebook';
import { VisitCard } from '@/features/visits/visit-card';
import { useToday } from '@/lib/use-today';
import { completedPage } from './completed-page';
import { PlanCard } from './plan-card';
import { EffectCard } from './effect-card';
import { LastAdvice } from './last-advice';
import { MyAssessments } from './my-assessments';

/** What was done at each visit, latest first, with the way to the next one. */
export function CareRecords() {
  const today = useToday();
  const load = useCallback(
    (cursor?: string) => completedPage((next) => loadAppointments('past', next), cursor),
    [],
  );
  const paged = usePaged(load);
  const plan = useCarePlan();
  // Without a line everything fails at once: one sentence and one button for all of it.
  if (plan.data === undefined && plan.error !== undefined) {
    const again = () => {
      treatmentsChanged();
      assessmentsChanged();
      void Promise.all([plan.reload(), paged.reload()]);
    };
    return <ErrorState error={plan.error} onRetry={again} />;
  }
  const empty = (
    <EmptyState title="还没有护理记录" action={{ label: '去预约', onTap: goBook }}>
      每次到店做了什么、由谁来做，都会记在这里。
    </EmptyState>
  );
  return (
    <>
      <WaitingQuestionnaires />
      <PlanCard today={today} />
      <EffectCard today={today} />
      <LastAdvice today={today} />
      <MyAssessments today={today} />
      <PagedList paged={paged} empty={empty}>
        {(visit) => (
          <VisitCard visit={visit} today={today} onOpen={() => openVisit(visit)}>
            <View className="visit-card__actions">
              <Button id={`rebook-${visit.id}`} kind="plain" onTap={() => rebook(visit)}>
                再约一次
              </Button>
            </View>
          </VisitCard>
        )}
      </PagedList>
    </>
  );
}
