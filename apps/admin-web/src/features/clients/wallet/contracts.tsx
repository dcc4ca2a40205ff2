import { Drawer } from 'antd';
import { useState } from 'react';
import type { Contract, ContractLine } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { Amount, Code, ToneTag, type Tone } from '../../../shared/ui/amount';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useContracts } from './api/list-contracts';
import { useContract } from './api/read-contract';
import styles from './wallet.module.css';

const STATES: Readonly<Record<ContractLine['state'], { tone: Tone; word: string }>> = {
  unsigned: { tone: 'amber', word: '待签名' },
  signed: { tone: 'leaf', word: '手机已签' },
  on_paper: { tone: 'leaf', word: '纸质已签' },
};

/** What was agreed to with each sale. */
export function Contracts({ clientId }: { clientId: string }) {
  const contracts = useContracts(clientId);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div data-testid="wallet-contracts">
      <Loaded query={contracts} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="还没有协议" hint="每次充值都会生成一份协议。" />
          ) : (
            <ul className={styles.lots}>
              {items.map((line) => (
                <li key={line.id}>
                  <button
                    type="button"
                    className={styles.contract}
                    onClick={() => setOpen(line.id)}
                    data-testid={`contract-${line.id}`}
                  >
                    <span className={styles.why}>
                      <strong>{line.planName}</strong>
                      <span className="note tabular">
                        {line.storeName} · {momentLabel(line.createdAt)}
                      </span>
                    </span>
                    <ToneTag tone={STATES[line.state].tone}>{STATES[line.state].word}</ToneTag>
                    <Amount fen={line.priceFen} gold />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <ContractDrawer clientId={clientId} id={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function ContractDrawer({
  clientId,
  id,
  onClose,
}: {
  clientId: string;
  id: string;
  onClose: () => void;
}) {
  const contract = useContract(clientId, id);
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 620}
      title={contract.data?.title ?? '储值协议'}
    >
      <div data-testid="contract">
        <Loaded query={contract} rows={12}>
          {(data) => <Words contract={data} />}
        </Loaded>
      </div>
    </Drawer>
  );
}

function Words({ contract }: { contract: Contract }) {
  const { signature, signedAt, slipNo } = contract;
  return (
    <article className={styles.words}>
      <p className={styles.body}>{contract.body}</p>
      <h3>签署</h3>
      {signature && (
        <svg
          className={styles.signature}
          viewBox={`0 0 ${signature.width} ${signature.height}`}
          role="img"
          aria-label="顾客的签名"
        >
          {signature.strokes.map((stroke, at) => (
            <polyline key={at} points={stroke.join(' ')} />
          ))}
        </svg>
      )}
      <p className="note tabular">
        {signedAt ? `${momentLabel(signedAt)} 签署` : '还没有签署'}
        {slipNo && (
          <>
            ，签字单号 <Code>{slipNo}</Code>
          </>
        )}
      </p>
      <p className="note">
        文本校验值 <Code>{contract.bodyHash}</Code>
      </p>
    </article>
  );
}
