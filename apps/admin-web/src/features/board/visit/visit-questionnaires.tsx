import { Button } from 'antd';
import { useState } from 'react';
import type { StaffAppointment } from '../../../shared/api/contract';
import { AnswersDrawer } from '../../../shared/questionnaires/answers-drawer';
import { useStandings } from '../../../shared/questionnaires/api';
import { StandingRows } from '../../../shared/questionnaires/standing-rows';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';

/** States of a visit that is not over. */
const OPEN: readonly StaffAppointment['state'][] = [
  ...(['held', 'requested', 'confirmed', 'arrived', 'in_service'] as const),
];

/** What the services of a visit ask her, and whether she has answered. */
export function VisitQuestionnaires({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  if (!OPEN.includes(visit.state) || !may('clients.read')) return null;
  return <Asked visit={visit} />;
}

function Asked({ visit: { customer, items: services } }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  const ids = [...new Set(services.map(({ serviceId }) => serviceId))];
  const items = useStandings(customer.id, ids).data?.items ?? [];
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <section data-testid="visit-questionnaires">
      <h3>问卷</h3>
      {items.some(({ state }) => state !== 'filled') && (
        <Notice>顾客可以在手机的预约详情里填，也可以把设备交给她在这里填。</Notice>
      )}
      <StandingRows clientId={customer.id} items={items} />
      {may('health.read') && items.some(({ answeredOn }) => answeredOn !== null) && (
        <Button block onClick={() => setOpen(true)} data-testid="visit-questionnaire-read">
          看她的回答
        </Button>
      )}
      {isOpen && <AnswersDrawer clientId={customer.id} onClose={() => setOpen(false)} />}
    </section>
  );
}
