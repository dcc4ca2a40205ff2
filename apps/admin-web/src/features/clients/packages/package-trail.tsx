import { Button } from 'antd';
import { useState } from 'react';
import { PACKAGE_TENDER_WORDS, SESSION_CONSENT_WORDS } from '@yance/shared-types';
import type { ClientPackage, SessionUse } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { TraceDrawer } from '../../../shared/money/trace-drawer';
import { useDesk } from '../../../shared/session/desk';
import { Amount, ToneTag } from '../../../shared/ui/amount';
import { ReverseUseDrawer } from './package-reason-drawers';
import styles from './packages.module.css';

const consentOf = ({ consent, slipNo }: SessionUse): string =>
  consent === 'slip' ? `签字单 ${slipNo ?? ''}` : SESSION_CONSENT_WORDS[consent];

/** A package's uses, each opening to its entry, and everything that happened to it. */
export function PackageTrail({ pack }: { pack: ClientPackage }) {
  const { may } = useDesk();
  const [entryNo, setEntryNo] = useState<string | null>(null);
  const [wrong, setWrong] = useState<SessionUse | null>(null);
  const seeEntry = (txId: string | null) =>
    txId !== null &&
    may('ledger.read') && (
      <Button size="small" type="text" onClick={() => setEntryNo(txId)}>
        看账目
      </Button>
    );
  return (
    <div className={styles.trail} data-testid="package-uses">
      {pack.uses.length === 0 && <p className="note">还没有用过。</p>}
      {pack.uses.map((use) => (
        <div key={use.id} className={styles.use} data-state={use.state}>
          <div className={styles.what}>
            <span>{use.title}</span>
            <span className="note tabular">
              {momentLabel(use.at)} · {use.storeName} · {use.byName} · {consentOf(use)}
              {use.reverseReason !== null && ` · 冲正原因：${use.reverseReason}`}
            </span>
            {use.disputedAt !== null && (
              <span className={styles.dispute}>
                顾客有异议{use.disputeNote && `：${use.disputeNote}`}
              </span>
            )}
          </div>
          {use.state === 'reversed' && <ToneTag tone="quiet">已冲正</ToneTag>}
          {seeEntry(use.txId)}
          {may('wallet.reverse') && use.state === 'done' && pack.state === 'active' && (
            <Button size="small" onClick={() => setWrong(use)} data-testid="use-reverse">
              冲正
            </Button>
          )}
        </div>
      ))}
      <p className="note tabular">
        实付 <Amount fen={pack.priceFen} />（{PACKAGE_TENDER_WORDS[pack.tender]}
        ），经手 {pack.byName}；退卡约定：{pack.refundTerms} {seeEntry(pack.txId)}
      </p>
      <ul className={styles.changes}>
        {pack.changes.map((change) => (
          <li key={`${change.at}${change.kind}`} className="note tabular">
            {momentLabel(change.at)} {change.what} · {change.byName}
            {change.reason !== null && ` · ${change.reason}`}
          </li>
        ))}
      </ul>
      {entryNo && <TraceDrawer entryNo={entryNo} onClose={() => setEntryNo(null)} />}
      {wrong && (
        <ReverseUseDrawer use={wrong} clientId={pack.customerId} onClose={() => setWrong(null)} />
      )}
    </div>
  );
}
