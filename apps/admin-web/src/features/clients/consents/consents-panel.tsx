import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type {
  ConsentAct,
  ConsentKind,
  ConsentSheet,
  ConsentStanding,
} from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { CONSENT_NAMES, actWords, standTag } from '../../../shared/consents/consent-words';
import { useConsents, useWithdrawConsent } from '../../../shared/consents/consents';
import styles from '../../../shared/consents/consents.module.css';
import { GiveDrawer } from '../../../shared/consents/give-drawer';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { ToneTag } from '../../../shared/ui/amount';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { ProofDrawer } from './proof-drawer';

/** What a client agreed to, each by itself, and who gave or withdrew what when. */
export function ConsentsPanel({ clientId }: { clientId: string }) {
  const sheet = useConsents(clientId);
  return (
    <Card title="同意书">
      <Loaded query={sheet} rows={3}>
        {(data) => <Sheet clientId={clientId} sheet={data} />}
      </Loaded>
    </Card>
  );
}

function Sheet({ clientId, sheet }: { clientId: string; sheet: ConsentSheet }) {
  const [giving, setGiving] = useState<ConsentStanding | null>(null);
  return (
    <div data-testid="consents">
      <ul className={styles.rows}>
        {sheet.items.map((item) => (
          <li key={item.text.kind} data-testid={`consent-${item.text.kind}`}>
            <span className={styles.name}>
              {CONSENT_NAMES[item.text.kind]}
              {item.last && (
                <span className="note tabular">
                  {momentLabel(item.last.at)} · {item.last.byName} {actWords(item.last)}
                </span>
              )}
            </span>
            <ToneTag tone={standTag(item).tone}>{standTag(item).word}</ToneTag>
            <Acts clientId={clientId} item={item} onGive={() => setGiving(item)} />
          </li>
        ))}
      </ul>
      <History clientId={clientId} acts={sheet.history} />
      {giving && (
        <GiveDrawer clientId={clientId} standing={giving} onClose={() => setGiving(null)} />
      )}
    </div>
  );
}

function Acts({
  clientId,
  item: { text, stands, outdated },
  onGive,
}: {
  clientId: string;
  item: ConsentStanding;
  onGive: () => void;
}) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = useWithdrawConsent(clientId);
  if (!may('consents.record')) return <span />;
  if (!stands || outdated)
    return (
      <Button size="small" onClick={onGive} data-testid={`consent-give-${text.kind}`}>
        {stands ? '签新版本' : '请顾客签'}
      </Button>
    );
  return (
    <Popconfirm
      title="顾客要撤回这份同意？"
      description={text.kind === 'health' ? '撤回后健康档案立即关闭，谁都看不到。' : undefined}
      okText="确定撤回"
      cancelText="先不撤回"
      onConfirm={() =>
        write(
          { kind: text.kind as ConsentKind },
          {
            done: () => void message.success('已撤回'),
            refused: (cause) => void message.error(sentenceOf(cause)),
          },
        )
      }
    >
      <Button
        size="small"
        type="text"
        loading={isPending}
        data-testid={`consent-withdraw-${text.kind}`}
      >
        代为撤回
      </Button>
    </Popconfirm>
  );
}

function History({ clientId, acts }: { clientId: string; acts: readonly ConsentAct[] }) {
  const { may } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [proofOf, setProofOf] = useState<ConsentAct | null>(null);
  if (acts.length === 0) return null;
  if (!isOpen)
    return (
      <Button size="small" type="text" onClick={() => setOpen(true)} data-testid="consent-history">
        看签署记录
      </Button>
    );
  return (
    <>
      <ul className={styles.rows}>
        {acts.map((act) => (
          <li key={act.id}>
            <span className={styles.name}>
              {act.title}（第 {act.version} 版）
              <span className="note tabular">
                {momentLabel(act.at)} · {act.byName} {actWords(act)}
              </span>
            </span>
            {act.act === 'given' && may('consents.record') ? (
              <Button size="small" type="text" onClick={() => setProofOf(act)}>
                看签名
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {proofOf && (
        <ProofDrawer clientId={clientId} act={proofOf} onClose={() => setProofOf(null)} />
      )}
    </>
  );
}
