import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useProducts } from '../../requests/list-products';
import { useServices } from '../../requests/list-services';
import { useDesk } from '../../session/desk';
import { DateField } from '../../ui/date-field';
import { emptyLine } from './plan-fields';
import styles from './plan.module.css';

const MOST_LINES = 8;
const MOST_TIMES = 24;
const MOST_DAYS = 365;
const needed = (message: string) => [{ required: true, message }];

/** Services of a plan: how often, how far apart, from when on, with what. */
export function PlanLines({ today }: { today: string }) {
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Line
              key={key}
              at={name}
              onRemove={fields.length > 1 ? () => remove(name) : undefined}
            />
          ))}
          {fields.length < MOST_LINES && (
            <Button
              className={styles.add}
              onClick={() => add(emptyLine(today))}
              data-testid="plan-add-line"
            >
              加一个项目
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Line({ at, onRemove }: { at: number; onRemove?: () => void }) {
  const { store } = useDesk();
  const services = useServices(store.id);
  const products = useProducts(store.id);
  return (
    <div className={styles.line} data-testid={`plan-line-${at}`}>
      <div className={styles.lineHead}>
        <Form.Item
          className={styles.grow}
          name={[at, 'serviceId']}
          label="项目"
          rules={needed('请选择项目')}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择项目"
            loading={services.isPending}
            options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {onRemove && (
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label="去掉这个项目"
            onClick={onRemove}
          />
        )}
      </div>
      <div className={styles.numbers}>
        <Count at={at} name="times" label="次数" most={MOST_TIMES} message="请填次数" />
        <Count at={at} name="minDays" label="最少隔几天" most={MOST_DAYS} message="请填天数" />
        <Count at={at} name="maxDays" label="最多隔几天" most={MOST_DAYS} message="请填天数" />
      </div>
      <Form.Item name={[at, 'firstOn']} label="第一次" rules={needed('请选择日期')}>
        <DateField required testId={`plan-first-${at}`} />
      </Form.Item>
      <Form.Item name={[at, 'productIds']} label="用到的产品">
        <Select
          mode="multiple"
          maxCount={10}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="可以不选"
          loading={products.isPending}
          options={(products.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </div>
  );
}

function Count({
  at,
  name,
  label,
  most,
  message,
}: {
  at: number;
  name: 'times' | 'minDays' | 'maxDays';
  label: string;
  most: number;
  message: string;
}) {
  return (
    <Form.Item name={[at, name]} label={label} rules={needed(message)}>
      <InputNumber
        min={1}
        max={most}
        precision={0}
        style={{ width: '100%' }}
        data-testid={`plan-${name}-${at}`}
      />
    </Form.Item>
  );
}
