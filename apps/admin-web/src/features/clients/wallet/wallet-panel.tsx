import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientFile, Wallet } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { Amount } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useWallet } from '../../../shared/requests/read-wallet';
import { Contracts } from './contracts';
import { Lots } from './lots';
import { Spends } from './spends';
import { Standing } from './standing';
import { Statement } from './statement';
import { TodaysTopUps } from './todays-top-ups';
import styles from './wallet.module.css';
import { isAllowed, type WalletAct } from './wallet-acts';
import { WalletDrawer } from './wallet-drawer';

type View = 'statement' | 'lots' | 'spends' | 'contracts';
const VIEWS = [
  { value: 'statement', label: '明细' },
  { value: 'lots', label: '储值余额' },
  { value: 'spends', label: '扣款' },
  { value: 'contracts', label: '协议' },
] as const;

/** A client's stored value: what she has, how it came and went, and what the desk may do with it. */
export function WalletPanel({ client }: { client: ClientFile }) {
  const wallet = useWallet(client.id);
  const [act, setAct] = useState<WalletAct | null>(null);
  return (
    <Card
      title={
        <>
          储值
          {wallet.data?.cardNo && (
            <span className={`tabular ${styles.cardNo}`}>卡号 {wallet.data.cardNo}</span>
          )}
        </>
      }
      extra={wallet.data && <Acts wallet={wallet.data} onAct={setAct} />}
    >
      <div data-testid="wallet" className={styles.panel}>
        <Loaded query={wallet} rows={4}>
          {(data) => <Inside client={client} wallet={data} />}
        </Loaded>
      </div>
      {act && wallet.data && (
        <WalletDrawer act={act} client={client} wallet={wallet.data} onClose={() => setAct(null)} />
      )}
    </Card>
  );
}

function Inside({ client, wallet }: { client: ClientFile; wallet: Wallet }) {
  const [view, setView] = useState<View>('statement');
  if (wallet.cardNo === null)
    return (
      <Empty title="还没有储值" hint="顾客可以在小程序充值，也可以在前台用现金或银行卡充值。" />
    );
  return (
    <>
      <Totals wallet={wallet} />
      <Standing wallet={wallet} />
      <TodaysTopUps clientId={client.id} />
      <Segmented<View>
        className={styles.views}
        options={[...VIEWS]}
        value={view}
        onChange={setView}
        data-testid="wallet-views"
      />
      {view === 'statement' && <Statement clientId={client.id} />}
      {view === 'lots' && <Lots lots={wallet.lots} />}
      {view === 'spends' && <Spends clientId={client.id} spends={wallet.spends} />}
      {view === 'contracts' && <Contracts clientId={client.id} />}
    </>
  );
}

/** Principal and bonus stay apart: only one of them is money that was paid. */
function Totals({ wallet }: { wallet: Wallet }) {
  const { principalFen, bonusFen, heldFen } = wallet;
  return (
    <dl className={styles.totals}>
      <div>
        <dt>本金</dt>
        <dd>
          <Amount fen={principalFen} gold testId="wallet-principal" />
        </dd>
      </div>
      <div>
        <dt>赠金</dt>
        <dd>
          <Amount fen={bonusFen} gold testId="wallet-bonus" />
        </dd>
      </div>
      <div>
        <dt>可用合计</dt>
        <dd>
          <Amount fen={principalFen + bonusFen - heldFen} gold testId="wallet-usable" />
        </dd>
      </div>
      {heldFen > 0 && (
        <div>
          <dt>退款占用</dt>
          <dd>
            <Amount fen={heldFen} testId="wallet-held" />
          </dd>
        </div>
      )}
    </dl>
  );
}

const MORE: readonly { act: WalletAct; word: string }[] = [
  { act: 'transfer', word: '转给他人' },
  { act: 'refund', word: '申请退款' },
  { act: 'freeze', word: '冻结' },
  { act: 'unfreeze', word: '解除冻结' },
];

function Acts({ wallet, onAct }: { wallet: Wallet; onAct: (act: WalletAct) => void }) {
  const { may } = useDesk();
  const can = (act: WalletAct) => isAllowed(act, wallet, may);
  const more = MORE.filter(({ act }) => can(act));
  return (
    <div className={styles.acts}>
      {can('spend') && (
        <Button onClick={() => onAct('spend')} data-testid="wallet-spend">
          扣款
        </Button>
      )}
      {can('top-up') && (
        <Button type="primary" onClick={() => onAct('top-up')} data-testid="wallet-top-up">
          充值
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map(({ act, word }) => ({
              key: act,
              label: <span data-testid={`wallet-${act}`}>{word}</span>,
            })),
            onClick: ({ key }) => onAct(key as WalletAct),
          }}
        >
          <Button data-testid="wallet-more">更多</Button>
        </Dropdown>
      )}
    </div>
  );
}
