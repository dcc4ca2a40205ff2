import { App, Button, Drawer, Input, Segmented, Select, type RefSelectProps } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  isContraindicated,
  refusalOf,
  useCareCheck,
  type CareRefusal,
} from '../../shared/care/care-api';
import { CareFindings } from '../../shared/care/care-findings';
import { OverrideDrawer } from '../../shared/care/override-drawer';
import type { CareOverrideWish } from '../../shared/api/contract';
import { priceLabel } from '../../shared/format/money';
import { clockLabel, durationLabel, clockOf, visitTimeLabel } from '../../shared/format/time';
import { useStaff } from '../../shared/requests/list-staff';
import { useToday } from '../../shared/requests/list-stores';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { useCommands, type BookingPreset } from '../../shared/ui-commands';
import { TimePicker } from '../../shared/ui/time-picker';
import { useNarrow } from '../../shared/ui/use-width';
import { useBookVisit } from './api/book-visit';
import styles from './booking.module.css';
import { ClientStep } from './client-step';
import {
  draftOf,
  emptyForm,
  forgetForm,
  hasChoice,
  keepForm,
  missingWords,
  openForm,
  type BookingForm,
} from './draft';
import { Refused } from './refused';
import { ServicePicker } from './service-picker';

const SERVING = new Set(['therapist', 'stylist', 'colourist', 'assistant', 'consultant']);
const NOBODY = '';

/** A new visit, from the client to the confirmation, on one sheet. */
export default function BookingDrawer({
  preset,
  onClose,
}: {
  preset: BookingPreset;
  onClose: () => void;
}) {
  const { store, session } = useDesk();
  const { message } = App.useApp();
  const { openVisit } = useCommands();
  const narrow = useNarrow();
  const today = useToday(store.id);
  const owner = `${session.staff.id}:${store.id}`;
  const [form, setForm] = useState<BookingForm>(() => openForm(owner, preset, today));
  const isDone = useRef(false);
  useEffect(() => {
    // A sheet opened from a free place replaces the unfinished one only once something is chosen on it.
    if (!isDone.current && hasChoice(form)) keepForm(owner, form);
  }, [owner, form]);
  const { book, error, isPending, reset } = useBookVisit();
  // More than the day takes: said yes to for this choice; another one asks again.
  const beyond = useRef(false);
  const change = (part: Partial<BookingForm>) => {
    if (error) reset();
    beyond.current = false;
    setForm((before) => ({ ...before, ...part }));
  };
  const clear = () => {
    reset();
    forgetForm(owner);
    setForm(emptyForm({}, today));
  };
  const draft = draftOf(form, store.id);
  // What two people are asked about; a wrong password must not make it vanish.
  const [asked, setAsked] = useState<CareRefusal | null>(null);
  const submit = (override?: CareOverrideWish) => {
    if (!draft) return;
    const body = {
      ...draft,
      ...(override && { override }),
      beyondCaps: beyond.current || undefined,
    };
    book(body, (visit) => {
      isDone.current = true;
      forgetForm(owner);
      void message.success(
        `已约好：${visit.customer.name} ${visitTimeLabel(visit.start, visit.end, today)}`,
      );
      onClose();
      openVisit(visit.id);
    });
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title="新预约"
      extra={
        hasChoice(form) && (
          <Button type="text" onClick={clear} disabled={isPending} data-testid="booking-clear">
            清空
          </Button>
        )
      }
      footer={
        <Footer
          form={form}
          storeId={store.id}
          isReady={draft !== null}
          isPending={isPending}
          onSubmit={() => submit()}
        />
      }
    >
      <div className={styles.form} data-testid="booking-drawer">
        <Fields form={form} change={change} preset={preset} today={today}>
          <Cautions
            form={form}
            storeId={store.id}
            refused={isContraindicated(error) ? refusalOf(error) : null}
            onAsk={setAsked}
          />
        </Fields>
        {asked && (
          <OverrideDrawer
            asked={asked}
            isPending={isPending}
            error={error}
            onClose={() => setAsked(null)}
            onAgreed={submit}
          />
        )}
        {error && !asked && !isContraindicated(error) && (
          <Refused
            error={error}
            today={today}
            onPick={(start) => change({ start, date: start.slice(0, 10) })}
            onBeyond={() => {
              beyond.current = true;
              submit();
            }}
          />
        )}
      </div>
    </Drawer>
  );
}

/** What speaks against the choice: before anybody taps, and once it was refused with the way on. */
function Cautions({
  form,
  storeId,
  refused,
  onAsk,
}: {
  form: BookingForm;
  storeId: string;
  /** What the refusal found; null while nothing was refused. */
  refused: CareRefusal | null;
  onAsk: (refused: CareRefusal) => void;
}) {
  const { client, serviceIds, start } = form;
  const check = useCareCheck(
    client && { clientId: client.id, storeId, plannedFor: 'booking', serviceIds, start },
  );
  const place = useRef<HTMLDivElement>(null);
  const isRefused = refused !== null;
  useEffect(() => {
    if (isRefused) place.current?.scrollIntoView({ block: 'center' });
  }, [isRefused]);
  const ask = refused && (
    <Button size="small" onClick={() => onAsk(refused)} data-testid="care-override">
      请店长批准
    </Button>
  );
  return (
    <div ref={place}>
      <CareFindings findings={refused?.findings ?? check.data ?? []} action={ask} />
    </div>
  );
}

interface FieldsProps {
  form: BookingForm;
  change: (part: Partial<BookingForm>) => void;
  preset: BookingPreset;
  today: string;
  /** Said about the services that were chosen. */
  children: ReactNode;
}

function Fields({ form, change, preset, today, children }: FieldsProps) {
  const { store } = useDesk();
  const staff = useStaff(store.id);
  const services = useRef<RefSelectProps>(null);
  const people = (staff.data ?? []).filter(({ position }) => SERVING.has(position));
  return (
    <>
      <ClientStep
        client={form.client}
        onClient={(client) => {
          change({ client });
          if (client) services.current?.focus();
        }}
      />
      <ServicePicker
        inputRef={services}
        storeId={store.id}
        chosen={form.serviceIds}
        onChange={(serviceIds) => change({ serviceIds, start: null })}
      />
      {children}
      <label className={styles.field}>
        <span className={styles.label}>美容师</span>
        <Select
          value={form.staffId ?? NOBODY}
          onChange={(id) => change({ staffId: id === NOBODY ? undefined : id, start: null })}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={[
            { value: NOBODY, label: '不指定' },
            ...people.map(({ id, displayName, title }) => ({
              value: id,
              label: `${displayName} · ${title}`,
            })),
          ]}
          data-testid="booking-staff"
        />
      </label>
      <div className={styles.field}>
        <span className={styles.label}>
          时间
          {preset.minutes !== undefined && !form.start && (
            <span className="note">（点选的是 {clockLabel(preset.minutes)}）</span>
          )}
        </span>
        {form.serviceIds.length === 0 ? (
          <p className="note">先选项目，就会列出可约的时间。</p>
        ) : (
          <TimePicker
            query={{ storeId: store.id, serviceIds: form.serviceIds, staffId: form.staffId }}
            today={today}
            date={form.date}
            onDate={(date) => change({ date, start: null })}
            start={form.start}
            onStart={(start) => change({ start })}
          />
        )}
      </div>
      <div className={styles.field}>
        <span className={styles.label}>预约方式</span>
        <Segmented<BookingForm['channel']>
          block
          value={form.channel}
          onChange={(channel) => change({ channel })}
          options={[
            { value: 'desk', label: '前台' },
            { value: 'phone', label: '电话' },
            { value: 'walk_in', label: '到店' },
          ]}
          data-testid="booking-channel"
        />
      </div>
      <label className={styles.field}>
        <span className={styles.label}>备注</span>
        <Input.TextArea
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder="例如：喜欢安静，靠窗的床位"
          data-testid="booking-note"
        />
      </label>
    </>
  );
}

function Footer({
  form,
  storeId,
  isReady,
  isPending,
  onSubmit,
}: {
  form: BookingForm;
  storeId: string;
  isReady: boolean;
  isPending: boolean;
  onSubmit: () => void;
}) {
  const services = useServices(storeId).data ?? [];
  const chosen = services.filter(({ id }) => form.serviceIds.includes(id));
  const minutes = chosen.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const priceFen = chosen.reduce((sum, service) => sum + service.priceFen, 0);
  return (
    <div className={styles.footer}>
      <p className={styles.sum}>
        {chosen.length > 0 ? (
          <>
            <strong className="tabular">{priceLabel(priceFen)}</strong>
            <span className="note">
              {durationLabel(minutes)}
              {form.start && ` · ${clockOf(form.start)} 开始`}
            </span>
          </>
        ) : (
          <span className="note">{missingWords(form)}</span>
        )}
      </p>
      <Button
        type="primary"
        size="large"
        disabled={!isReady}
        loading={isPending}
        onClick={onSubmit}
        data-testid="booking-submit"
      >
        {isReady || chosen.length === 0 ? '约好' : missingWords(form)}
      </Button>
    </div>
  );
}
