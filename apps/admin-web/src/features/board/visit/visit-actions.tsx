import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { StaffAppointment } from '../../../shared/api/contract';
import { isContraindicated, refusalOf, type CareRefusal } from '../../../shared/care/care-api';
import { OverrideDrawer } from '../../../shared/care/override-drawer';
import { sentenceOf } from '../../../shared/api/problem';
import { useDesk } from '../../../shared/session/desk';
import { actionsFor, mayMove, mayOffer, nextAction } from '../allowed';
import { useOpenBillOfVisit } from '../api/open-bill';
import { useActOnVisit } from '../use-act';
import { DeclineForm } from './decline-form';
import styles from './visit-drawer.module.css';

/** Why a visit may not start yet. */
interface Stop {
  asked: CareRefusal;
  error: unknown;
}

/** The acts that are possible now; the one that moves the visit on stands out. */
export function VisitActions({
  visit,
  onMove,
  onOffer,
}: {
  visit: StaffAppointment;
  onMove: () => void;
  onOffer: () => void;
}) {
  const { may } = useDesk();
  const { act, isBusy } = useActOnVisit();
  const [isCancelling, setCancelling] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const [stop, setStop] = useState<Stop | null>(null);
  const stopped = (error: unknown) =>
    setStop((before) => {
      if (before) return { ...before, error };
      return isContraindicated(error) ? { asked: refusalOf(error), error } : null;
    });
  const next = nextAction(visit, may);
  const has = (name: string) =>
    actionsFor(visit, may).some(({ transition }) => transition === name);
  const { id } = visit;
  if (isCancelling)
    return (
      <CancelForm
        isBusy={isBusy}
        onBack={() => setCancelling(false)}
        onCancel={(reason) => act({ id, transition: 'cancel', reason }, () => setCancelling(false))}
      />
    );
  if (isDeclining) return <DeclineForm visit={visit} onDone={() => setDeclining(false)} />;
  return (
    <div className={styles.actions}>
      {has('cancel') && (
        <Button
          danger
          type="text"
          onClick={() => setCancelling(true)}
          data-testid="transition-cancel"
        >
          取消预约
        </Button>
      )}
      {has('no_show') && (
        <Popconfirm
          title="确定顾客没有来吗？"
          okText="标记未到店"
          cancelText="再等等"
          onConfirm={() => act({ id, transition: 'no_show' })}
        >
          <Button type="text" disabled={isBusy} data-testid="transition-no_show">
            未到店
          </Button>
        </Popconfirm>
      )}
      {mayOffer(visit, may) && (
        <>
          <Button
            type="text"
            disabled={isBusy}
            onClick={() => setDeclining(true)}
            data-testid="transition-decline"
          >
            不能接
          </Button>
          <Button disabled={isBusy} onClick={onOffer} data-testid="transition-offer">
            建议其他时间
          </Button>
        </>
      )}
      <span className={styles.gap} />
      {mayMove(visit, may) && (
        <Button onClick={onMove} disabled={isBusy} data-testid="transition-move">
          改时间
        </Button>
      )}
      <ToTill visit={visit} />
      {next && (
        <Button
          type="primary"
          loading={isBusy}
          onClick={() => act({ id, transition: next.transition }, undefined, stopped)}
          data-testid={`transition-${next.transition}`}
        >
          {next.word}
        </Button>
      )}
      {stop && (
        <OverrideDrawer
          {...stop}
          isPending={isBusy}
          onClose={() => setStop(null)}
          onAgreed={(override) =>
            act({ id, transition: 'start', override }, () => setStop(null), stopped)
          }
        />
      )}
    </div>
  );
}

/** States of a visit that may be paid for: it is under way or over. */
const BILLED: readonly StaffAppointment['state'][] = [
  'confirmed',
  'arrived',
  'in_service',
  'completed',
];

export const mayBill = (
  { state }: Pick<StaffAppointment, 'state'>,
  may: ReturnType<typeof useDesk>['may'],
): boolean => BILLED.includes(state) && may('bills.write');

/** Straight to the visit's bill: a new one, or the one that it has. */
function ToTill({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const bill = useOpenBillOfVisit(visit);
  if (!mayBill(visit, may)) return null;
  return (
    <Button
      loading={bill.isPending}
      onClick={() =>
        bill.open({
          done: (id) => void navigate(`/till/${id}`),
          refused: (cause) => void message.error(sentenceOf(cause)),
        })
      }
      data-testid="visit-bill"
    >
      开单收银
    </Button>
  );
}

const REASONS = ['顾客改变主意', '顾客临时有事', '美容师请假', '重复预约'];

function CancelForm({
  isBusy,
  onBack,
  onCancel,
}: {
  isBusy: boolean;
  onBack: () => void;
  onCancel: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.cancelForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onCancel(reason.trim());
      }}
    >
      <h3>为什么取消？</h3>
      <div className={styles.reasons}>
        {REASONS.map((word) => (
          <Button
            key={word}
            size="small"
            type={word === reason ? 'primary' : 'default'}
            onClick={() => setReason(word)}
          >
            {word}
          </Button>
        ))}
      </div>
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={200}
        placeholder="选择或填写原因，会留在变更记录里"
        aria-label="取消原因"
        data-testid="cancel-reason"
      />
      <div className={styles.actions}>
        <Button onClick={onBack} disabled={isBusy}>
          返回
        </Button>
        <span className={styles.gap} />
        <Button
          danger
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={!reason.trim()}
          data-testid="cancel-submit"
        >
          取消这次预约
        </Button>
      </div>
    </form>
  );
}
