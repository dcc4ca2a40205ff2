import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { DailyCap } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useDailyCaps, useSaveDailyCaps } from './api/daily-caps';
import { cappedIn, keyOfCap, mostIn } from './daily-caps-form';
import styles from './settings.module.css';

const GROUPS = [
  { kind: 'service', title: '项目', unit: '次' },
  { kind: 'staff', title: '员工', unit: '位客人' },
] as const;

/** How much of a service, and how many visits of a person, a day takes at most. */
export function DailyCapsCard() {
  const { store } = useDesk();
  const caps = useDailyCaps(store.id);
  return (
    <Card title="每天最多接多少">
      <Loaded query={caps} rows={4}>
        {(data) => <Caps key={store.id} storeId={store.id} caps={data} />}
      </Loaded>
    </Card>
  );
}

function Caps({ storeId, caps }: { storeId: string; caps: DailyCap[] }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [most, setMost] = useState(() => mostIn(caps));
  const { write, error, isPending } = useSaveDailyCaps(storeId);
  const mayChange = may('appointments.policy');
  const save = () =>
    write(cappedIn(caps, most), { done: () => void message.success('已保存，之后的预约按新上限') });
  return (
    <div data-testid="daily-caps">
      <p className={`note ${styles.hint}`}>
        不填就是不限。到了上限，小程序不再放这一天；前台确认后仍可加约，会记在预约的经过里。
      </p>
      <div className={styles.caps}>
        {GROUPS.map(({ kind, title, unit }) => (
          <section key={kind} aria-label={title}>
            <h3>{title}</h3>
            {caps
              .filter((cap) => cap.kind === kind)
              .map((cap) => (
                <label key={keyOfCap(cap)} className={styles.cap}>
                  <span>{cap.name}</span>
                  <InputNumber
                    min={1}
                    max={200}
                    precision={0}
                    placeholder="不限"
                    suffix={unit}
                    value={most.get(keyOfCap(cap)) ?? null}
                    disabled={!mayChange}
                    onChange={(value) => setMost(new Map(most).set(keyOfCap(cap), value))}
                    data-testid={`cap-${cap.subjectId}`}
                  />
                </label>
              ))}
          </section>
        ))}
      </div>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      {mayChange && (
        <Button type="primary" loading={isPending} onClick={save} data-testid="daily-caps-save">
          保存
        </Button>
      )}
    </div>
  );
}
