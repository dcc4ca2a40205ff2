import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Tap } from '@/components/tap';
import { Line } from './profile-controls';
import type { TypedDay } from './profile-fields';

const MOST = 12;

/** Days that matter to her beside the birthday. */
export function OccasionRows({
  rows,
  onChange,
}: {
  rows: readonly TypedDay[];
  onChange(rows: readonly TypedDay[]): void;
}) {
  const set = (key: number, change: Partial<TypedDay>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <View className="card stack">
      <View className="section">纪念日</View>
      {rows.length === 0 && <View className="note">例如结婚纪念日、孩子的生日。</View>}
      {rows.map(({ key, label, day, yearly }) => (
        <View key={key} className="profile-day">
          <Line
            id={`day-label-${key}`}
            name="是什么日子"
            value={label}
            most={20}
            onInput={(value) => set(key, { label: value })}
          />
          <Line
            id={`day-date-${key}`}
            name="日期"
            hint="5-20 或 农历8-15"
            value={day}
            most={16}
            onInput={(value) => set(key, { day: value })}
          />
          <View className="profile-chips">
            <Tap
              id={`day-yearly-${key}`}
              className="chip"
              selected={yearly}
              onTap={() => set(key, { yearly: !yearly })}
            >
              每年都过
            </Tap>
            <Tap
              id={`day-remove-${key}`}
              className="chip"
              onTap={() => onChange(rows.filter((row) => row.key !== key))}
            >
              去掉
            </Tap>
          </View>
        </View>
      ))}
      {rows.length < MOST && (
        <Button
          id="day-add"
          kind="plain"
          onTap={() => onChange([...rows, { key: next, label: '', day: '', yearly: true }])}
        >
          加一个日子
        </Button>
      )}
    </View>
  );
}
