import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { BOOKING_CHANNEL_WORDS } from '@yance/shared-types';
import { Link } from 'react-router';
import type { StaffAppointment } from '../../../shared/api/contract';
import { BriefingCard } from '../../../shared/care/briefing-card';
import { CareAhead, CareExceptions } from '../../../shared/care/care-findings';
import { questionOfVisit } from '../../../shared/care/care-questions';
import { priceLabel } from '../../../shared/format/money';
import { clockOf, momentLabel, visitTimeLabel } from '../../../shared/format/time';
import { DECLINE_WORDS } from '../../../shared/format/words';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { useCommands } from '../../../shared/ui-commands';
import { BookingStanding } from '../../../shared/ui/booking-standing';
import { Facts } from '../../../shared/ui/page';
import { Phone } from '../../../shared/ui/phone';
import { StateTag } from '../../../shared/ui/state-tag';
import { Loaded } from '../../../shared/ui/states';
import { hasActions, isNextToStart } from '../allowed';
import { Deadline } from '../deadline';
import { useVisit } from '../api/read-visit';
import { MoveForm } from './move-form';
import { OfferForm } from './offer-form';
import { OfferedTimes } from './offered-times';
import { VisitActions, mayBill } from './visit-actions';
import styles from './visit-drawer.module.css';
import { VisitHistory, VisitMessages } from './visit-history';
import { VisitNotices } from './visit-notices';
import { VisitFeedbackLines } from './visit-feedback';
import { VisitQuestionnaires } from './visit-questionnaires';

/** Everything about one visit, and what may be done with it. */
export default function VisitDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const visit = useVisit(id);
  const [form, setForm] = useState<'move' | 'offer' | null>(null);
  const { may } = useDesk();
  return (
    <Drawer
      open
      onClose={onClose}
      size={460}
      title={visit.data ? <Title visit={visit.data} /> : '预约'}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      footer={
        visit.data && !form && (hasActions(visit.data, may) || mayBill(visit.data, may)) ? (
          <VisitActions
            visit={visit.data}
            onMove={() => setForm('move')}
            onOffer={() => setForm('offer')}
          />
        ) : null
      }
    >
      <div data-testid="visit-drawer" data-state={visit.data?.state}>
        <Loaded query={visit} rows={10}>
          {(data) => {
            const onDone = () => setForm(null);
            if (form === 'move') return <MoveForm visit={data} onDone={onDone} />;
            if (form === 'offer') return <OfferForm visit={data} onDone={onDone} />;
            return <Details visit={data} />;
          }}
        </Loaded>
      </div>
    </Drawer>
  );
}

function Title({ visit }: { visit: StaffAppointment }) {
  return (
    <span className={styles.title}>
      {visit.customer.name}
      <StateTag state={visit.state} />
    </span>
  );
}

function Details({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  const { customer } = visit;
  const today = useToday(visit.storeId);
  const facts = [
    {
      name: '时间',
      value: <span className="tabular">{visitTimeLabel(visit.start, visit.end, today)}</span>,
    },
    { name: '房间', value: visit.rooms.join('、') || '未安排' },
    {
      name: '电话',
      value: (
        <Phone
          clientId={customer.id}
          masked={customer.phoneMasked}
          mayReveal={may('clients.reveal-phone')}
        />
      ),
    },
    { name: '会员号', value: <span className="tabular">{customer.memberNo}</span> },
    { name: '预约方式', value: BOOKING_CHANNEL_WORDS[visit.channel] },
    { name: '预约于', value: <span className="tabular">{momentLabel(visit.createdAt)}</span> },
  ];
  return (
    <div className={styles.details}>
      <Deadline visit={visit} />
      {AHEAD.includes(visit.state) && (
        <BookingStanding clientId={customer.id} storeId={visit.storeId} />
      )}
      <Facts items={facts} />
      <OfferedTimes visit={visit} today={today} />
      {visit.note && (
        <p className={styles.note} data-testid="visit-note">
          {visit.note}
        </p>
      )}
      {(visit.cancelReason ?? visit.declineReason) && (
        <p className={styles.cancel}>
          {visit.declineReason
            ? ['没有接', DECLINE_WORDS[visit.declineReason], visit.cancelReason]
                .filter(Boolean)
                .join(' · ')
            : `取消原因：${visit.cancelReason}`}
          {visit.lateCancel && '（超过免费取消时间）'}
        </p>
      )}
      <Items visit={visit} />
      {isNextToStart(visit, may) && <CareAhead question={questionOfVisit(visit)} />}
      {AHEAD.includes(visit.state) && <Briefing visitId={visit.id} today={today} />}
      {may('clients.read') && <CareExceptions clientId={customer.id} contextIds={[visit.id]} />}
      {RECORDED.includes(visit.state) && may('health.read') && <ToRecord visitId={visit.id} />}
      <VisitFeedbackLines visit={visit} />
      <VisitQuestionnaires visit={visit} />
      <VisitNotices visit={visit} />
      {may('clients.read') && (
        <Link to={`/clients/${customer.id}`} data-testid="visit-client-link">
          查看顾客档案
        </Link>
      )}
      <VisitMessages visitId={visit.id} />
      <VisitHistory changes={visit.changes} />
    </div>
  );
}

/** States in which whoever serves her still prepares. */
const AHEAD: readonly StaffAppointment['state'][] = ['requested', 'confirmed', 'arrived'];

/** Opened by a tap, because each read is written down. */
function Briefing({ visitId, today }: { visitId: string; today: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <BriefingCard visitId={visitId} today={today} />;
  return (
    <Button block onClick={() => setOpen(true)} data-testid="visit-briefing">
      到店前看一眼
    </Button>
  );
}

/** States in which something was or is being done. */
const RECORDED: readonly StaffAppointment['state'][] = ['in_service', 'completed'];

function ToRecord({ visitId }: { visitId: string }) {
  const { openRecord } = useCommands();
  return (
    <Button block onClick={() => openRecord(visitId)} data-testid="visit-record">
      护理记录
    </Button>
  );
}

function Items({ visit }: { visit: StaffAppointment }) {
  return (
    <section>
      <h3>项目</h3>
      <ul className={styles.items}>
        {visit.items.map((item) => (
          <li key={`${item.serviceId}${item.start}`} className={styles.item}>
            <span className="tabular note">
              {clockOf(item.start)}–{clockOf(item.end)}
            </span>
            <span className={styles.itemName}>
              {item.serviceName}
              <span className="note">
                {item.staffName ?? '未分配'}
                {item.staffTitle && ` · ${item.staffTitle}`}
                {item.requested && <span className={styles.asked}>点客</span>}
              </span>
            </span>
            <span className="tabular">{priceLabel(item.priceFen)}</span>
          </li>
        ))}
        <li className={styles.total}>
          <span>合计</span>
          <strong className="tabular">{priceLabel(visit.priceFen)}</strong>
        </li>
      </ul>
    </section>
  );
}
