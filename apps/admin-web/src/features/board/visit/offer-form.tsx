import { App, Button, Select } from 'antd';
import { useState } from 'react';
import type { StaffAppointment } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { dateOf, nearTimeLabel, visitTimeLabel } from '../../../shared/format/time';
import { useStaff } from '../../../shared/requests/list-staff';
import { useToday } from '../../../shared/requests/list-stores';
import { TimePicker } from '../../../shared/ui/time-picker';
import { Alternatives } from '../alternatives';
import { useOfferTimes, type OfferedTime } from '../api/answer-visit';
import { SERVING } from './serving';
import styles from './visit-drawer.module.css';

const MOST = 3;

/** Up to three other times, each with a person; they are kept for the client while she chooses. */
export function OfferForm({ visit, onDone }: { visit: StaffAppointment; onDone: () => void }) {
  const { message } = App.useApp();
  const today = useToday(visit.storeId);
  const staff = useStaff(visit.storeId);
  const offer = useOfferTimes(visit.id);
  const own = visit.items[0]?.staffId;
  const isShared = new Set(visit.items.map(({ staffId }) => staffId)).size > 1;
  const [staffId, setStaffId] = useState(own);
  const [date, setDate] = useState(dateOf(visit.start) < today ? today : dateOf(visit.start));
  const [times, setTimes] = useState<OfferedTime[]>([]);
  const nameOf = (id: string | undefined) =>
    (staff.data ?? []).find((one) => one.id === (id ?? own))?.displayName ?? '';
  const add = (start: string) => {
    offer.reset();
    setDate(dateOf(start));
    const time = staffId === own ? { start } : { start, staffId };
    const isKnown = times.some((one) => one.start === start && one.staffId === time.staffId);
    if (!isKnown && times.length < MOST) setTimes([...times, time]);
  };
  const submit = () =>
    offer.write(
      { options: times, version: visit.version },
      {
        done: ({ customer }) => {
          void message.success(`已请${customer.name}选时间，这些时间先为她留着`);
          onDone();
        },
      },
    );
  return (
    <div className={styles.details} data-testid="offer-form">
      <p className="note">
        顾客想要：{visitTimeLabel(visit.start, visit.end, today)}
        。最多选三个时间，顾客在手机上选一个；没选的到时自动放开。
      </p>
      {times.length > 0 && (
        <ul className={styles.offered} data-testid="offer-times">
          {times.map((time, at) => (
            <li key={`${time.start}${time.staffId}`}>
              <span className="tabular">
                {nearTimeLabel(time.start, today)} · {nameOf(time.staffId)}
              </span>
              <Button
                type="link"
                size="small"
                onClick={() => setTimes(times.filter((_, index) => index !== at))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isShared && (
        <label className={styles.field}>
          <span>由谁服务</span>
          <Select
            value={staffId}
            onChange={setStaffId}
            options={(staff.data ?? [])
              .filter(({ position, id }) => SERVING.has(position) || id === own)
              .map(({ id, displayName, title }) => ({
                value: id,
                label: `${displayName} · ${title}`,
              }))}
            loading={staff.isPending}
            data-testid="offer-staff"
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
        start={times.find((time) => (time.staffId ?? own) === staffId)?.start ?? null}
        onStart={add}
      />
      {offer.error && (
        <div className={styles.error} role="alert">
          {sentenceOf(offer.error)}
          <Alternatives error={offer.error} today={today} onPick={add} />
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone}>返回</Button>
        <span className={styles.gap} />
        <Button
          type="primary"
          disabled={times.length === 0}
          loading={offer.isPending}
          onClick={submit}
          data-testid="offer-submit"
        >
          {times.length === 0 ? '请选择时间' : `请顾客选（${times.length} 个时间）`}
        </Button>
      </div>
    </div>
  );
}
