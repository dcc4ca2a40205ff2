import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { COUPON_BATCH_STATE_WORDS } from '@yance/shared-types';
import type { CouponBatch } from '../../shared/api/contract';
import { ToneTag } from '../../shared/ui/amount';
import { useNarrow } from '../../shared/ui/use-width';
import { useBatch } from './api/read-batch';
import styles from './marketing.module.css';

/** What became of a list, client by client, while it is being served and afterwards. */
export function BatchDrawer({ batch, onClose }: { batch: CouponBatch; onClose: () => void }) {
  const narrow = useNarrow();
  const { data } = useBatch(batch);
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title="发券结果"
      footer={
        <div className={styles.foot}>
          <Button type="primary" onClick={onClose} data-testid="coupon-batch-close">
            好的
          </Button>
        </div>
      }
    >
      <p className={styles.giving} data-testid="coupon-batch" data-state={data.state}>
        <strong>{data.templateName}</strong>
        <span className="note tabular">
          {COUPON_BATCH_STATE_WORDS[data.state]}：发出 {data.issued} 张
          {data.refused > 0 && `，${data.refused} 位没有发成`}
        </span>
      </p>
      <ul className={styles.picked}>
        {data.rows.map((row) => (
          <li key={row.clientId}>
            <Link to={`/clients/${row.clientId}`}>{row.clientName || '没有这位顾客'}</Link>
            <span className="note">{row.message ?? ''}</span>
            <RowState row={row} />
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function RowState({ row }: { row: CouponBatch['rows'][number] }) {
  if (row.couponId !== null) return <ToneTag tone="leaf">已发</ToneTag>;
  return row.code === null ? (
    <ToneTag tone="quiet">等待中</ToneTag>
  ) : (
    <ToneTag tone="amber">未发</ToneTag>
  );
}
