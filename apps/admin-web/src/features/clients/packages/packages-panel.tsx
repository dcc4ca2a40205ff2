import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { PACKAGE_STATE_WORDS } from '@yance/shared-types';
import type { ClientFile, ClientPackage } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { Amount, ToneTag, type Tone } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Empty, Loaded } from '../../../shared/ui/states';
import { usePackages } from './api/list-packages';
import { isAllowed, leftOf, reservedOf, totalOf, type PackageAct } from './package-acts';
import { PackageDrawer } from './package-drawer';
import { PackageTrail } from './package-trail';
import styles from './packages.module.css';
import { SellDrawer } from './sell-drawer';

/** A client's packages and cards by time: what is left of each, and what the desk may do with it. */
export function PackagesPanel({ client }: { client: ClientFile }) {
  const { may } = useDesk();
  const packages = usePackages(client.id);
  const [selling, setSelling] = useState(false);
  const [open, setOpen] = useState<{ pack: ClientPackage; act: PackageAct } | null>(null);
  return (
    <Card
      title="次卡、疗程卡"
      extra={
        may('wallet.top-up') && (
          <Button onClick={() => setSelling(true)} data-testid="package-sell">
            开卡
          </Button>
        )
      }
    >
      <div data-testid="packages">
        <Loaded query={packages} rows={3}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有次卡" hint="顾客可以在小程序购买，也可以在前台开卡。" />
            ) : (
              <ul className={styles.list}>
                {items.map((pack) => (
                  <Line key={pack.id} pack={pack} onAct={(act) => setOpen({ pack, act })} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {selling && <SellDrawer client={client} onClose={() => setSelling(false)} />}
      {open && <PackageDrawer client={client} {...open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

const MORE: readonly { act: PackageAct; word: string }[] = [
  { act: 'extend', word: '延期' },
  { act: 'freeze', word: '冻结' },
  { act: 'unfreeze', word: '解除冻结' },
  { act: 'transfer', word: '转给他人' },
  { act: 'convert', word: '换购其他卡' },
  { act: 'refund', word: '申请退卡' },
  { act: 'reverse', word: '冲正这次开卡' },
];

function Line({ pack, onAct }: { pack: ClientPackage; onAct: (act: PackageAct) => void }) {
  const { may } = useDesk();
  const [open, setOpen] = useState(false);
  const more = MORE.filter(({ act }) => isAllowed(act, pack, may));
  return (
    <li className={styles.item} data-testid={`package-${pack.id}`}>
      <div className={styles.row}>
        <Face pack={pack} />
        <div className={styles.left}>
          {pack.kind !== 'time' && (
            <span className="tabular">
              <strong data-testid="package-left">{leftOf(pack)}</strong>
              <span className="note"> / {totalOf(pack)} 次</span>
            </span>
          )}
          {pack.state === 'active' && (
            <span className="note">
              未确认 <Amount fen={pack.leftFen} gold />
            </span>
          )}
        </div>
        <div className={styles.acts}>
          {isAllowed('use', pack, may) && (
            <Button size="small" onClick={() => onAct('use')} data-testid="package-use">
              耗卡
            </Button>
          )}
          {more.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: more.map(({ act, word }) => ({
                  key: act,
                  label: <span data-testid={`act-${act}`}>{word}</span>,
                })),
                onClick: ({ key }) => onAct(key as PackageAct),
              }}
            >
              <Button size="small" data-testid="package-more">
                更多
              </Button>
            </Dropdown>
          )}
          <Button
            size="small"
            type="text"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            data-testid="package-trail"
          >
            {open ? '收起' : '明细'}
          </Button>
        </div>
      </div>
      {open && <PackageTrail pack={pack} />}
    </li>
  );
}

/** Name, what it covers, until when and where, and what is out of the ordinary. */
function Face({ pack }: { pack: ClientPackage }) {
  const mark = markOf(pack);
  const reserved = reservedOf(pack);
  return (
    <div className={styles.what}>
      <span className={styles.name}>
        <strong>{pack.name}</strong>
        {mark && <ToneTag tone={mark.tone}>{mark.words}</ToneTag>}
      </span>
      {pack.items.length > 1 &&
        pack.items.map((item) => (
          <span key={item.id} className="note tabular">
            {item.name} {item.left} / {item.total} 次
          </span>
        ))}
      <span className="note tabular">
        {pack.expiresOn === null ? '不限期' : `到 ${pack.expiresOn}`} ·{' '}
        {pack.validEverywhere ? '通店可用' : `只在${pack.storeName}可用`}
        {pack.usesPerDay !== null && ` · 每天最多 ${pack.usesPerDay} 次`}
      </span>
      {reserved > 0 && <span className={styles.kept}>其中 {reserved} 次已被预约占用</span>}
    </div>
  );
}

function markOf(pack: ClientPackage): { words: string; tone: Tone } | undefined {
  if (pack.state !== 'active') return { words: PACKAGE_STATE_WORDS[pack.state], tone: 'quiet' };
  if (pack.openRefundId !== null) return { words: '退卡中', tone: 'amber' };
  if (pack.frozenOn !== null) return { words: '已冻结', tone: 'amber' };
  if (pack.uses.some((use) => use.disputedAt !== null && use.state === 'done'))
    return { words: '有异议', tone: 'alarm' };
  if (pack.kind !== 'time' && leftOf(pack) === 0) return { words: '已用完', tone: 'quiet' };
  return pack.pastDate ? { words: '已过期', tone: 'amber' } : undefined;
}
