import { DatePicker, Segmented, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CouponReport, CouponReportLine } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card, Facts } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useReport } from './api/read-report';
import styles from './marketing.module.css';

/** What became of coupons and what they cost, by template and month. */
export default function ReportPage() {
  const { store } = useDesk();
  const [months, setMonths] = useState<[string, string] | null>(null);
  const [isAll, setAll] = useState(true);
  const report = useReport({
    ...(months ? { fromMonth: months[0], untilMonth: months[1] } : {}),
    ...(isAll ? {} : { storeId: store.id }),
  });
  return (
    <>
      <div className={styles.filters}>
        <Segmented
          options={[
            { value: true, label: '我的全部门店' },
            { value: false, label: store.name },
          ]}
          value={isAll}
          onChange={setAll}
        />
        <DatePicker.RangePicker
          picker="month"
          value={months ? [dayjs(months[0]), dayjs(months[1])] : null}
          onChange={(_, [from, until]) => setMonths(from && until ? [from, until] : null)}
          inputReadOnly
          placeholder={['近半年', '本月']}
        />
      </div>
      <Loaded query={report} rows={8}>
        {(data) => (
          <>
            <Card>
              <Facts items={sumsOf(data)} />
            </Card>
            <Card flush>
              <Lines lines={data.lines} />
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}

const sumsOf = ({ total }: CouponReport) => [
  { name: '发放', value: `${total.issued} 张` },
  { name: '使用', value: `${total.used} 张` },
  { name: '退回', value: `${total.returned} 张` },
  { name: '过期', value: `${total.expired} 张` },
  { name: '作废', value: `${total.revoked} 张` },
  { name: '优惠成本', value: <Amount fen={total.costFen} strong testId="coupon-cost" /> },
];

const count = (title: string, of: 'issued' | 'used' | 'returned' | 'expired' | 'revoked') => ({
  ...{ title, dataIndex: of, width: 90 },
  align: 'right' as const,
});

const COLUMNS: NonNullable<TableProps<CouponReportLine>['columns']> = [
  { title: '月份', dataIndex: 'month', width: 110 },
  { title: '优惠券', dataIndex: 'templateName' },
  count('发放', 'issued'),
  count('使用', 'used'),
  count('退回', 'returned'),
  count('过期', 'expired'),
  count('作废', 'revoked'),
  {
    title: '优惠成本',
    dataIndex: 'costFen',
    width: 130,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} />,
  },
];

function Lines({ lines }: { lines: CouponReportLine[] }) {
  const narrow = useNarrow();
  if (lines.length === 0) return <Empty title="这段时间没有发放或使用优惠券" />;
  if (narrow)
    return (
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={`${line.month} ${line.templateId}`} className={styles.row}>
            <span className={styles.what}>
              <strong>{line.templateName}</strong>
              <span className="note tabular">{line.month}</span>
            </span>
            <Amount fen={line.costFen} strong />
            <span className={`note tabular ${styles.wide}`}>
              发放 {line.issued} · 使用 {line.used} · 退回 {line.returned} · 过期 {line.expired} ·
              作废 {line.revoked}
            </span>
          </li>
        ))}
      </ul>
    );
  return (
    <Table<CouponReportLine>
      rowKey={({ month, templateId }) => `${month} ${templateId}`}
      columns={COLUMNS}
      dataSource={lines}
      pagination={false}
      className="tabular"
      data-testid="coupon-report"
    />
  );
}
