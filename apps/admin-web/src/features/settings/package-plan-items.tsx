import { Button, Form, Input, Select } from 'antd';
import type { PackagePlan, StaffService } from '../../shared/api/contract';
import { yuanText } from '../../shared/format/money';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { wholeRule } from './number-rules';
import { NEW_ITEM, type PackageItemFields } from './package-plan-form';
import styles from './settings.module.css';

type Kind = PackagePlan['kind'];

/** Choosing a service fills in what nobody has typed yet: its name, and its price. */
export function filledBy(item: PackageItemFields, service: StaffService | undefined) {
  if (!service) return item;
  const name = item.name.trim() === '' ? service.name : item.name;
  const listPrice = item.listPrice.trim() === '' ? yuanText(service.priceFen) : item.listPrice;
  return { ...item, name, listPrice };
}

/** What is in a plan, entitlement by entitlement. Only one with fixed services has several. */
export function PackageItems({ kind, known }: { kind: Kind; known: PackagePlan['items'] }) {
  return (
    <Form.List
      name="items"
      rules={[
        {
          validator: (_, items: PackageItemFields[]) =>
            kind === 'fixed' || items.length === 1
              ? Promise.resolve()
              : Promise.reject(new Error('任选项目卡和时间卡只写一项，请删去其余的')),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <div className={styles.ways}>
          <p>包含什么</p>
          {fields.map(({ key, name }) => (
            <Item
              key={key}
              at={name}
              kind={kind}
              known={known}
              onRemove={fields.length > 1 ? () => remove(name) : undefined}
            />
          ))}
          <Form.ErrorList errors={errors} />
          {kind === 'fixed' && fields.length < 20 && (
            <Button
              size="small"
              onClick={() => add({ ...NEW_ITEM })}
              data-testid="package-item-add"
            >
              再加一项
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

function Item({
  at,
  kind,
  known,
  onRemove,
}: {
  at: number;
  kind: Kind;
  known: PackagePlan['items'];
  onRemove: (() => void) | undefined;
}) {
  const isTime = kind === 'time';
  return (
    <div className={styles.item} data-testid={`package-item-${at}`}>
      <ServiceField at={at} kind={kind} known={known} />
      <div className={styles.pair}>
        <Form.Item
          name={[at, 'name']}
          label="写在卡上的名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={60} data-testid={`package-item-name-${at}`} />
        </Form.Item>
        <Form.Item
          name={[at, 'listPrice']}
          label={isTime ? '整张卡优惠前的价格' : '优惠前单次价格'}
          rules={AMOUNT_RULE}
        >
          <Input
            prefix="¥"
            inputMode="decimal"
            maxLength={12}
            data-testid={`package-item-price-${at}`}
          />
        </Form.Item>
      </div>
      {!isTime && (
        <div className={styles.pair}>
          <Form.Item name={[at, 'sessions']} label="付费次数" rules={wholeRule(0, 999)}>
            <Input
              suffix="次"
              inputMode="numeric"
              maxLength={3}
              data-testid={`package-item-sessions-${at}`}
            />
          </Form.Item>
          <Form.Item name={[at, 'giftSessions']} label="赠送次数" rules={wholeRule(0, 999)}>
            <Input
              suffix="次"
              inputMode="numeric"
              maxLength={3}
              data-testid={`package-item-gifts-${at}`}
            />
          </Form.Item>
        </div>
      )}
      {onRemove && (
        <Button size="small" onClick={onRemove} data-testid={`package-item-remove-${at}`}>
          删除这一项
        </Button>
      )}
    </div>
  );
}

/** Which services it is good for: what this store offers, and what the plan has already. */
function ServiceField({
  at,
  kind,
  known,
}: {
  at: number;
  kind: Kind;
  known: PackagePlan['items'];
}) {
  const form = Form.useFormInstance<{ items: PackageItemFields[] }>();
  const { store } = useDesk();
  const services = useServices(store.id);
  const names = new Map([
    ...known.flatMap((item) => item.services.map(({ id, name }) => [id, name] as const)),
    ...(services.data ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  const fill = (ids: string[]) => {
    const item = form.getFieldValue(['items', at]) as PackageItemFields;
    const service = services.data?.find(({ id }) => id === ids[0]);
    form.setFieldValue(['items', at], { ...filledBy(item, service), serviceIds: ids });
  };
  const isOne = kind === 'fixed';
  return (
    <Form.Item
      name={[at, 'serviceIds']}
      label={isOne ? '项目' : '可用的项目'}
      rules={[
        {
          required: true,
          validator: (_, ids: string[] | undefined) => {
            if (!ids?.length) return Promise.reject(new Error('请选择项目'));
            return isOne && ids.length > 1
              ? Promise.reject(new Error('固定项目卡的每一项只能选一个项目'))
              : Promise.resolve();
          },
        },
      ]}
    >
      <Select
        mode="multiple"
        loading={services.isPending}
        optionFilterProp="label"
        options={[...names].map(([value, label]) => ({ value, label }))}
        onChange={fill}
        data-testid={`package-item-service-${at}`}
      />
    </Form.Item>
  );
}
