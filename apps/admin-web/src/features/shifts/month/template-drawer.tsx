import { Button, Form, Input, Segmented } from 'antd';
import type { ShiftTemplate } from '../../../shared/api/contract';
import { SaveDrawer } from '../../../shared/ui/save-drawer';
import { TAG_COLOR_WORDS } from '../../../shared/ui/tag-color';
import { useSaveTemplate } from '../api/shift-templates';
import { CLOCK, fieldsOf, templateBodyOf, type TemplateFields } from './template-form';
import styles from './month.module.css';

const COLOURS = Object.entries(TAG_COLOR_WORDS).map(([value, label]) => ({ value, label }));
const MOST_BREAKS = 3;
const clockRule = { required: true, pattern: CLOCK, message: '请写成 10:00 这样，分钟是 5 的倍数' };

/** A template, new or changed. Shifts that exist keep their hours. */
export function TemplateDrawer({
  storeId,
  template,
  onClose,
}: {
  storeId: string;
  template: ShiftTemplate | null;
  onClose: () => void;
}) {
  return (
    <SaveDrawer<TemplateFields, ReturnType<typeof templateBodyOf>>
      title={template ? '修改班次' : '新建班次'}
      width={420}
      testId="template"
      initial={fieldsOf(template)}
      saving={useSaveTemplate(storeId, template)}
      bodyOf={(_, all) => templateBodyOf(all)}
      onClose={onClose}
    >
      {() => <Fields isNew={template === null} />}
    </SaveDrawer>
  );
}

function Clock({ name, label }: { name: string | (string | number)[]; label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[clockRule]}>
      <Input maxLength={5} placeholder="10:00" data-testid={`template-${String(name)}`} />
    </Form.Item>
  );
}

function Fields({ isNew }: { isNew: boolean }) {
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请给班次起个名字' }]}
      >
        <Input maxLength={12} placeholder="例如：早班" data-testid="template-name" />
      </Form.Item>
      <Form.Item name="colour" label="颜色">
        <Segmented options={COLOURS} />
      </Form.Item>
      <div className={styles.pair}>
        <Clock name="start" label="上班" />
        <Clock name="end" label="下班（早于上班算次日）" />
      </div>
      <Form.List name="breaks">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.pair}>
                <Clock name={[name, 'start']} label="休息从" />
                <Clock name={[name, 'end']} label="到" />
                <Button type="link" onClick={() => remove(name)}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < MOST_BREAKS && (
              <Button onClick={() => add({ start: '', end: '' })}>加一段休息</Button>
            )}
          </>
        )}
      </Form.List>
      {!isNew && (
        <Form.Item
          className={styles.after}
          name="state"
          label="状态"
          extra="停用后不能再排，已排好的班不变"
        >
          <Segmented
            options={[
              { value: 'active', label: '使用' },
              { value: 'retired', label: '停用' },
            ]}
          />
        </Form.Item>
      )}
    </>
  );
}
