import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PastDatePackage } from '../../shared/api/contract';
import { ExtendDrawer } from '../../shared/packages/extend-drawer';
import { PackageRefundDrawer } from '../../shared/packages/package-refund-drawer';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { usePastDate } from './api/list-past-date';
import styles from './finance.module.css';

type Way = 'extend' | 'refund';

/** Packages past their date with sessions that were paid for: each is given more time, or its money back. */
export default function PastDatePage() {
  const { store } = useDesk();
  const packages = usePastDate(store.id);
  const [open, setOpen] = useState<{ pack: PastDatePackage; way: Way } | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <p className="note">
        顾客付过钱的次数不会因为过期作废，请联系顾客延期或退款；赠送的次数到期后自动失效。
      </p>
      <Card flush>
        <div data-testid="past-date">
          <Loaded query={packages} rows={6}>
            {(items) =>
              items.length === 0 ? (
                <Empty title="没有过期的卡" hint="还有次数没用完、又过了期限的卡会列在这里。" />
              ) : (
                <Packages items={items} onWay={(pack, way) => setOpen({ pack, way })} />
              )
            }
          </Loaded>
        </div>
      </Card>
      {open?.way === 'extend' && <ExtendDrawer pack={asPack(open.pack)} onClose={close} />}
      {open?.way === 'refund' && (
        <PackageRefundDrawer
          clientName={open.pack.customerName}
          pack={asPack(open.pack)}
          onClose={close}
        />
      )}
    </>
  );
}

const asPack = ({ packageId: id, name, expiresOn }: PastDatePackage) => ({ id, name, expiresOn });

function Packages({
  items,
  onWay,
}: {
  items: PastDatePackage[];
  onWay: (pack: PastDatePackage, way: Way) => void;
}) {
  const { may } = useDesk();
  const narrow = useNarrow();
  const acts = (pack: PastDatePackage) => (
    <span className={styles.acts}>
      {may('wallet.freeze') && (
        <Button
          size="small"
          onClick={() => onWay(pack, 'extend')}
          data-testid={`past-date-extend-${pack.packageId}`}
        >
          延期
        </Button>
      )}
      {may('wallet.refund') && (
        <Button
          size="small"
          onClick={() => onWay(pack, 'refund')}
          data-testid={`past-date-refund-${pack.packageId}`}
        >
          退款
        </Button>
      )}
    </span>
  );
  if (narrow)
    return (
      <ul className={styles.list}>
        {items.map((pack) => (
          <li key={pack.packageId} className={styles.row}>
            <Whose pack={pack} />
            <span className={styles.acts}>
              <Amount fen={pack.leftFen} gold strong />
            </span>
            <span className="note tabular">
              {pack.expiresOn} 到期，剩 {pack.left} 次
            </span>
            {acts(pack)}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<PastDatePackage>
      rowKey="packageId"
      columns={[
        ...COLUMNS,
        { title: '', width: 150, align: 'right', render: (_, one) => acts(one) },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
    />
  );
}

const COLUMNS: NonNullable<TableProps<PastDatePackage>['columns']> = [
  { title: '顾客和卡', render: (_, pack) => <Whose pack={pack} /> },
  {
    title: '电话',
    dataIndex: 'phoneMasked',
    width: 150,
    render: (phone: string | null) => phone ?? '未留',
  },
  { title: '到期', dataIndex: 'expiresOn', width: 130 },
  { title: '剩余', dataIndex: 'left', width: 100, render: (left: number) => `${left} 次` },
  {
    title: '未用价值',
    dataIndex: 'leftFen',
    width: 130,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} gold strong />,
  },
];

function Whose({ pack }: { pack: PastDatePackage }) {
  return (
    <span className={styles.what}>
      <Link to={`/clients/${pack.customerId}`}>{pack.customerName}</Link>
      <span className="note">{pack.name}</span>
    </span>
  );
}
