import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ClientRow, CouponBatch, CouponTemplate } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { ClientSearch } from '../../shared/ui/client-search';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useIssueCoupons } from './api/issue-coupons';
import { BatchDrawer } from './batch-drawer';
import styles from './marketing.module.css';

/** Gives a coupon to clients who are picked one by one. */
export function IssueDrawer({
  template,
  onClose,
}: {
  template: CouponTemplate;
  onClose: () => void;
}) {
  const { store } = useDesk();
  const [clients, setClients] = useState<readonly ClientRow[]>([]);
  const [reason, setReason] = useState('');
  const [isReading, setReading] = useState(false);
  const [batch, setBatch] = useState<CouponBatch | null>(null);
  const { write, error, isPending, reset } = useIssueCoupons();
  if (batch) return <BatchDrawer batch={batch} onClose={onClose} />;
  const confirm = () =>
    write(
      {
        ...{ templateId: template.id, storeId: store.id, clientIds: clients.map(({ id }) => id) },
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      },
      { done: setBatch },
    );
  return (
    <WriteDrawer
      title="发券"
      testId="coupon-issue"
      onClose={onClose}
      isReady={clients.length > 0}
      review={
        isReading ? (
          <>
            <Review
              items={[
                { name: '优惠券', value: `${template.name}（${template.words}）` },
                { name: '有效期', value: template.validityWords },
                { name: '发给', value: clients.map(({ name }) => name).join('、') },
                { name: '门店', value: store.name },
                ...(reason.trim() === '' ? [] : [{ name: '说明', value: reason.trim() }]),
              ]}
            />
            <Notice tone="quiet">每位顾客各得一张；超过每人限领的会列出来。</Notice>
          </>
        ) : null
      }
      onReview={() => setReading(true)}
      onBack={() => {
        reset();
        setReading(false);
      }}
      onConfirm={confirm}
      confirmWord={`发给 ${clients.length} 位顾客`}
      isPending={isPending}
      error={error}
    >
      <p className={styles.giving}>
        <strong>{template.words}</strong>
        <span className="note">
          {template.name} · {template.validityWords}
        </span>
      </p>
      <ClientSearch
        autoFocus
        placeholder="找顾客，可以添加多位"
        onPick={(client) =>
          setClients((before) => [...before.filter(({ id }) => id !== client.id), client])
        }
        testId="coupon-issue-client"
      />
      <Picked
        clients={clients}
        onRemove={(id) => setClients((before) => before.filter((client) => client.id !== id))}
      />
      <label className={styles.field}>
        <span>说明（选填，店内可见）</span>
        <Input
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
          data-testid="coupon-issue-reason"
        />
      </label>
    </WriteDrawer>
  );
}

function Picked({
  clients,
  onRemove,
}: {
  clients: readonly ClientRow[];
  onRemove: (id: string) => void;
}) {
  if (clients.length === 0) return <p className="note">还没有选顾客。</p>;
  return (
    <ul className={styles.picked} data-testid="coupon-issue-picked">
      {clients.map((client) => (
        <li key={client.id}>
          <span>{client.name}</span>
          <span className="note tabular">{client.phoneMasked ?? '未留电话'}</span>
          <Button size="small" type="text" onClick={() => onRemove(client.id)}>
            移除
          </Button>
        </li>
      ))}
    </ul>
  );
}
