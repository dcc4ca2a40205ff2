import { Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { QuestionnaireForm } from '../../shared/api/contract';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import styles from './questionnaires.module.css';

const AGES = [14, 16, 18].map((value) => ({ value, label: `未满 ${value} 周岁` }));
const MOST_DAYS = 3650;

const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <label className={styles.field}>
    <span className="note">{name}</span>
    {children}
  </label>
);

/** Of whom a questionnaire is asked and how its answers are kept. */
export function SettingsFields({
  form,
  onChange,
}: {
  form: QuestionnaireForm;
  onChange: (part: Partial<QuestionnaireForm>) => void;
}) {
  const { store } = useDesk();
  const services = useServices(store.id);
  return (
    <div className={styles.cards}>
      <Named name="名称">
        <Input
          value={form.title}
          onChange={({ target }) => onChange({ title: target.value })}
          maxLength={40}
          placeholder="例如：术前健康问卷"
          data-testid="questionnaire-title"
        />
      </Named>
      <Named name="开头的话">
        <Input.TextArea
          value={form.intro}
          onChange={({ target }) => onChange({ intro: target.value })}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="告诉顾客为什么要填、谁看得到"
        />
      </Named>
      <Named name="哪些项目要填（不选就是所有项目）">
        <Select
          mode="multiple"
          value={form.serviceIds}
          onChange={(serviceIds) => onChange({ serviceIds })}
          loading={services.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="所有项目"
          data-testid="questionnaire-services"
        />
      </Named>
      <Named name="填一次有效多少天（空着就是一直有效）">
        <InputNumber
          className={styles.number}
          value={form.validDays}
          min={1}
          max={MOST_DAYS}
          precision={0}
          onChange={(validDays) => onChange({ validDays })}
          suffix="天"
        />
      </Named>
      <Toggle
        name="按健康信息保管：要先签健康信息同意书，只有做护理的人看得到"
        value={form.health}
        onChange={(health) => onChange({ health })}
      />
      <Toggle
        name="填完请顾客签名"
        value={form.signed}
        onChange={(signed) => onChange({ signed })}
      />
      <Toggle
        name="还在请顾客填写（关掉就是停用）"
        value={form.asked}
        onChange={(asked) => onChange({ asked })}
      />
      <Named name="多大以下由监护人填">
        <Select
          value={form.guardianBelow}
          options={AGES}
          onChange={(guardianBelow) => onChange({ guardianBelow })}
        />
      </Named>
    </div>
  );
}

const Toggle = ({
  name,
  value,
  onChange,
}: {
  name: string;
  value: boolean;
  onChange: (next: boolean) => void;
}) => (
  <label className={styles.line}>
    <Switch checked={value} onChange={onChange} aria-label={name} />
    <span>{name}</span>
  </label>
);
