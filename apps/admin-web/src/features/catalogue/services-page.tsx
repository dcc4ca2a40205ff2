import { Table, type TableProps } from 'antd';
import type { StaffService } from '../../shared/api/contract';
import { priceLabel } from '../../shared/format/money';
import { durationLabel } from '../../shared/format/time';
import { positionWord } from '../../shared/format/words';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import styles from './services.module.css';

/** The store's menu by category, as the desk needs it on the telephone. */
export default function ServicesPage() {
  const { store } = useDesk();
  const services = useServices(store.id);
  return (
    <Page title="项目" extra={<span className="note">{store.name}</span>}>
      <Loaded query={services} rows={12}>
        {(items) =>
          items.length === 0 ? (
            <Card>
              <Empty title="这家门店还没有上架项目" />
            </Card>
          ) : (
            byCategory(items).map(([category, list]) => (
              <Card key={category} title={category} flush>
                <Services list={list} />
              </Card>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function byCategory(items: readonly StaffService[]): [string, StaffService[]][] {
  const groups = new Map<string, StaffService[]>();
  for (const item of items)
    groups.set(item.categoryName, [...(groups.get(item.categoryName) ?? []), item]);
  return [...groups];
}

const COLUMNS: TableProps<StaffService>['columns'] = [
  {
    title: '项目',
    render: (_, service) => (
      <div className={styles.name}>
        <strong>{service.name}</strong>
        <span className="note">{service.description}</span>
      </div>
    ),
  },
  { title: '步骤', width: '34%', render: (_, service) => <Steps service={service} /> },
  {
    title: '时长',
    width: 110,
    render: (_, { durationMinutes }) => durationLabel(durationMinutes),
  },
  {
    title: '价格',
    width: 120,
    align: 'right',
    render: (_, service) => <Price service={service} />,
  },
  {
    title: '预约',
    width: 160,
    render: (_, service) => <span className="note">{bookingWords(service)}</span>,
  },
];

function Services({ list }: { list: StaffService[] }) {
  const narrow = useNarrow();
  if (!narrow)
    return (
      <Table<StaffService>
        rowKey="id"
        columns={COLUMNS}
        dataSource={list}
        pagination={false}
        className={`tabular ${styles.table}`}
      />
    );
  return (
    <ul className={styles.list}>
      {list.map((service) => (
        <li key={service.id}>
          <div className={styles.head}>
            <strong>{service.name}</strong>
            <Price service={service} />
          </div>
          <p className="note">
            {durationLabel(service.durationMinutes)} · {bookingWords(service)}
          </p>
          <Steps service={service} />
        </li>
      ))}
    </ul>
  );
}

const bookingWords = ({ onlineBookable, confirmPolicy }: StaffService) =>
  !onlineBookable
    ? '只在前台预约'
    : confirmPolicy === 'auto'
      ? '线上约，自动确认'
      : '线上约，需确认';

function Price({ service }: { service: StaffService }) {
  return (
    <span className={`tabular ${styles.price}`}>
      {priceLabel(service.priceFen)}
      {service.memberPriceFen !== null && (
        <span className={styles.member}>会员 {priceLabel(service.memberPriceFen)}</span>
      )}
    </span>
  );
}

function Steps({ service }: { service: StaffService }) {
  return (
    <ol className={styles.steps}>
      {service.segments.map(({ kind, minutes, position, label }, at) => (
        <li key={at} data-kind={kind}>
          {label || (kind === 'processing' ? '等候' : positionWord(position))} {minutes}分
        </li>
      ))}
    </ol>
  );
}
