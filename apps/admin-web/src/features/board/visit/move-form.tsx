import { App, Button, Select } from 'antd';
import { useState } from 'react';
import type { StaffAppointment } from '../../../shared/api/contract';
import { isFullDay, sentenceOf } from '../../../shared/api/problem';
import { clockOf, dateOf, visitTimeLabel } from '../../../shared/format/time';
import { useStaff } from '../../../shared/requests/list-staff';
import { useToday } from '../../../shared/requests/list-stores';
import { TimePicker } from '../../../shared/ui/time-picker';
import { useMoveVisit } from '../api/move-visit';
import { Alternatives } from '../alternatives';
import { SERVING } from './serving';
import styles from './visit-drawer.module.css';

/** Another time or another person, without dragging. */
export function MoveForm({ visit, onDone }: { visit: StaffAppointment; onDone: () => void }) {
  const { message } = App.useApp();
  const today = useToday(visit.storeId);
  const staff = useStaff(visit.storeId);
  const move = useMoveVisit();
  const own = visit.items[0]?.staffId ?? undefined;
  const isShared = new Set(visit.items.map(({ staffId }) => staffId)).size > 1;
  const [staffId, setStaffId] = useState(own);
  const [date, setDate] = useState(dateOf(visit.start) < today ? today : dateOf(visit.start));
  const [start, setStart] = useState<string | null>(null);
  /** Another time is another try: what the last one was told is over. */
  const choose = (time: string) => {
    move.reset();
    setDate(dateOf(time));
    setStart(time);
  };
  // The start that was refused because the day takes no more of it.
  const full = isFullDay(move.error) ? move.variables?.start : undefined;
  const submit = (to = start, beyondCaps?: true) => {
    if (!to || move.isPending) return;
    move.mutate(
      {
        id: visit.id,
        start: to,
        beyondCaps,
        version: visit.version,
        ...(staffId === own ? {} : { staffId, fromStaffId: own }),
      },
      {
        onSuccess: (moved) => {
          void message.success(`已改到${visitTimeLabel(moved.start, moved.end, today)}`);
          onDone();
        },
        onError: () => setStart(null),
      },
    );
  };
  return (
    <div className={styles.details} data-testid="move-form">
      <p className="note">现在：{visitTimeLabel(visit.start, visit.end, today)}</p>
      {!isShared && (
        <label className={styles.field}>
          <span>由谁服务</span>
          <Select
            value={staffId}
            onChange={(id) => {
              setStaffId(id);
              setStart(null);
            }}
            options={(staff.data ?? [])
              .filter(({ position, id }) => SERVING.has(position) || id === own)
              .map(({ id, displayName, title }) => ({
                value: id,
                label: `${displayName} · ${title}`,
              }))}
            loading={staff.isPending}
            data-testid="move-staff"
          />
        </label>
      )}
      <TimePicker
        query={{
          storeId: visit.storeId,
          serviceIds: visit.items.map(({ serviceId }) => serviceId),
          staffId: isShared ? undefined : staffId,
          moving: visit.id,
        }}
        today={today}
        date={date}
        onDate={setDate}
        start={start}
        onStart={choose}
      />
      {move.error && (
        <div className={styles.error} role="alert">
          {sentenceOf(move.error)}
          <Alternatives error={move.error} today={today} onPick={choose} />
          {full && (
            <Button size="small" onClick={() => submit(full, true)} data-testid="move-beyond">
              仍要改到 {clockOf(full)}
            </Button>
          )}
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone}>返回</Button>
        <span className={styles.gap} />
        <Button
          type="primary"
          disabled={!start}
          loading={move.isPending}
          onClick={() => submit()}
          data-testid="move-submit"
        >
          {start ? `改到 ${clockOf(start)}` : '请选择时间'}
        </Button>
      </div>
    </div>
  );
}
