import type { StaffAppointment } from '../../../shared/api/contract';
import { useConsents } from '../../../shared/consents/consents';
import { NoticeRows } from '../../../shared/consents/notice-rows';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';

/** States of a visit that has not begun. */
const AHEAD: readonly StaffAppointment['state'][] = ['held', 'requested', 'confirmed', 'arrived'];

/** The risk notices that a visit's services ask for; what is not signed keeps it from starting. */
export function VisitNotices({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  if (!AHEAD.includes(visit.state) || !may('clients.read')) return null;
  return <Notices visit={visit} />;
}

function Notices({ visit }: { visit: StaffAppointment }) {
  const services = [...new Set(visit.items.map(({ serviceId }) => serviceId))];
  const sheet = useConsents(visit.customer.id, services);
  const notices = (sheet.data?.items ?? []).filter(({ text }) => text.kind === 'notice');
  if (notices.length === 0) return null;
  return (
    <section data-testid="visit-notices">
      <h3>风险告知书</h3>
      {notices.some(({ stands }) => !stands) && (
        <Notice>签好才能开始服务：顾客可以在手机的预约详情里签，也可以在这里签。</Notice>
      )}
      <NoticeRows clientId={visit.customer.id} notices={notices} />
    </section>
  );
}
