import { DatePicker, Form, Input, Select, Switch } from 'antd';
import type { Dayjs } from 'dayjs';
import { clockLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { SaveDrawer } from '../../../shared/ui/save-drawer';
import { Loaded } from '../../../shared/ui/states';
import { useAskForHours, useAskForLeave } from '../api/own-shifts';
import { useShiftTemplates } from '../api/shift-templates';
import { LEAVE_WORDS } from '../requests/request-words';
import { hoursBody, leaveBody, type HoursFields, type LeaveFields } from './ask-form';

const WORDS = { save: '提交申请', leave: '先不申请', done: '已提交，等店长批准' };
const OFF = 'off';
const KINDS = Object.entries(LEAVE_WORDS).map(([value, label]) => ({ value, label }));
/** Each quarter of an hour from 08:00 to 24:00. */
const CLOCKS = Array.from({ length: 65 }, (_, at) => 480 + at * 15).map((value) => ({
  value,
  label: value === 1_440 ? '24:00' : clockLabel(value),
}));

const before = (today: string) => (day: Dayjs) => day.format('YYYY-MM-DD') < today;

/** Asks for leave, of days or of some hours. */
export function LeaveDrawer({ today, onClose }: { today: string; onClose: () => void }) {
  const { store } = useDesk();
  return (
    <SaveDrawer<LeaveFields, ReturnType<typeof leaveBody>>
      title="请假"
      width={420}
      testId="leave"
      initial={{
        ...{ leaveKind: 'personal', byHours: false, days: undefined, day: undefined },
        ...{ startMinute: undefined, endMinute: undefined, words: '' },
      }}
      saving={useAskForLeave()}
      bodyOf={(shown) => leaveBody(store.id, shown)}
      onClose={onClose}
      words={WORDS}
    >
      {({ byHours }) => (
        <>
          <Form.Item name="leaveKind" label="哪种假">
            <Select options={KINDS} data-testid="leave-kind" />
          </Form.Item>
          <Form.Item name="byHours" label="只请几个小时" valuePropName="checked">
            <Switch data-testid="leave-by-hours" />
          </Form.Item>
          {byHours ? <Hours today={today} /> : <Days today={today} />}
          <Words />
        </>
      )}
    </SaveDrawer>
  );
}

function Days({ today }: { today: string }) {
  return (
    <Form.Item name="days" label="哪几天" rules={[{ required: true, message: '请选择日期' }]}>
      <DatePicker.RangePicker
        disabledDate={before(today)}
        inputReadOnly
        placeholder={['第一天', '最后一天']}
        data-testid="leave-days"
      />
    </Form.Item>
  );
}

function Hours({ today }: { today: string }) {
  return (
    <>
      <Form.Item name="day" label="哪一天" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker disabledDate={before(today)} inputReadOnly data-testid="leave-day" />
      </Form.Item>
      <Form.Item
        name="startMinute"
        label="从"
        rules={[{ required: true, message: '请选择开始时间' }]}
      >
        <Select options={CLOCKS.slice(0, -1)} data-testid="leave-start" />
      </Form.Item>
      <Form.Item
        name="endMinute"
        label="到"
        dependencies={['startMinute']}
        rules={[{ required: true, message: '请选择结束时间' }]}
      >
        <Select options={CLOCKS.slice(1)} data-testid="leave-end" />
      </Form.Item>
    </>
  );
}

const Words = () => (
  <Form.Item name="words" label="说明（可不填）">
    <Input.TextArea
      maxLength={200}
      autoSize={{ minRows: 3 }}
      placeholder="想让店长知道的，例如已经和谁说好顶班"
      data-testid="ask-words"
    />
  </Form.Item>
);

/** Asks for other hours on a day, or for a day off. */
export function HoursDrawer({ today, onClose }: { today: string; onClose: () => void }) {
  const { store } = useDesk();
  const templates = useShiftTemplates(store.id);
  return (
    <SaveDrawer<HoursFields, ReturnType<typeof hoursBody>>
      title="改班"
      width={420}
      testId="hours"
      initial={{ day: undefined, template: undefined, words: '' }}
      saving={useAskForHours()}
      bodyOf={(shown) => hoursBody(store.id, shown, OFF)}
      onClose={onClose}
      words={WORDS}
    >
      {() => (
        <Loaded query={templates} rows={4}>
          {(all) => (
            <>
              <Form.Item
                name="day"
                label="哪一天"
                rules={[{ required: true, message: '请选择日期' }]}
              >
                <DatePicker disabledDate={before(today)} inputReadOnly data-testid="hours-day" />
              </Form.Item>
              <Form.Item
                name="template"
                label="改成"
                rules={[{ required: true, message: '请选择班次' }]}
              >
                <Select
                  options={[
                    ...all
                      .filter(({ state }) => state === 'active')
                      .map(({ id, name, startMinute, endMinute }) => ({
                        value: id,
                        label: `${name} ${clockLabel(startMinute)}–${clockLabel(endMinute)}`,
                      })),
                    { value: OFF, label: '休息' },
                  ]}
                  data-testid="hours-template"
                />
              </Form.Item>
              <Words />
            </>
          )}
        </Loaded>
      )}
    </SaveDrawer>
  );
}
