import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { LedgerEntry, LedgerPosting } from '../api/contract';
import { dateLabel, momentLabel } from '../format/time';
import { actorWord } from '../format/words';
import { useLedgerEntry } from '../requests/read-ledger-entry';
import { useStaff } from '../requests/list-staff';
import { useDesk } from '../session/desk';
import { Code, Notice } from '../ui/amount';
import { Facts } from '../ui/page';
import { Loaded } from '../ui/states';
import { useNarrow } from '../ui/use-width';
import { aboutLines, assetLabel } from './about';
import styles from './trace-drawer.module.css';

/** An entry of the books: what moved from where to where, who did it, and what proves it. */
export function TraceDrawer({ entryNo, onClose }: { entryNo: string; onClose: () => void }) {
  const [shown, setShown] = useState(entryNo);
  const entry = useLedgerEntry(shown);
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 620}
      title={entry.data ? `账目：${entry.data.kindName}` : '账目'}
    >
      <div data-testid="trace" data-entry={shown}>
        <Loaded query={entry} rows={8}>
          {(data) => <Entry entry={data} onFollow={setShown} />}
        </Loaded>
      </div>
    </Drawer>
  );
}

function Entry({ entry, onFollow }: { entry: LedgerEntry; onFollow: (no: string) => void }) {
  const { session } = useDesk();
  const staff = useStaff(entry.storeId).data;
  const storeName = session.staff.stores.find(({ id }) => id === entry.storeId)?.name ?? '';
  const person = staff?.find(({ id }) => id === entry.actorId)?.name;
  const facts = [
    { name: '营业日', value: dateLabel(entry.effectiveOn) },
    { name: '记账时间', value: <span className="tabular">{momentLabel(entry.postedAt)}</span> },
    { name: '门店', value: storeName },
    { name: '经手', value: person ?? actorWord(entry.actorKind) },
  ];
  return (
    <div className={styles.entry}>
      <Facts items={facts} />
      <Mirrors entry={entry} onFollow={onFollow} />
      <section>
        <h3>借贷分录</h3>
        {entry.postings.length === 0 ? (
          <p className="note">这笔账只占用或释放额度，没有金额变动。</p>
        ) : (
          <ol className={styles.postings} data-testid="trace-postings">
            {entry.postings.map((posting, at) => (
              <Posting key={at} posting={posting} />
            ))}
          </ol>
        )}
      </section>
      <About entry={entry} />
      <Proof entry={entry} />
    </div>
  );
}

function Mirrors({ entry, onFollow }: { entry: LedgerEntry; onFollow: (no: string) => void }) {
  const links = [
    { no: entry.reversesEntryNo, word: '这笔账冲正了另一笔账' },
    { no: entry.reversedByEntryNo, word: '这笔账已被冲正' },
  ];
  return links.map(
    ({ no, word }) =>
      no !== null && (
        <Notice key={word}>
          {word}
          <Button type="link" size="small" onClick={() => onFollow(no)} data-testid="trace-mirror">
            看那一笔
          </Button>
        </Notice>
      ),
  );
}

/** On the client's side every account grows by credit: what is debited gives, what is credited receives. */
function Posting({ posting }: { posting: LedgerPosting }) {
  const { debit, credit, asset, amount, debitLine, creditLine } = posting;
  const balances = [
    { account: debit, line: debitLine },
    { account: credit, line: creditLine },
  ].filter(({ line }) => line !== null);
  return (
    <li>
      <div className={styles.leg}>
        <span>
          <span className={styles.side}>借</span>
          {debit.name}
        </span>
        <span aria-hidden className={styles.arrow}>
          →
        </span>
        <span>
          <span className={styles.side}>贷</span>
          {credit.name}
        </span>
        <strong className={`tabular ${styles.sum}`}>{assetLabel(asset, amount)}</strong>
      </div>
      {balances.map(({ account, line }) => (
        <p key={account.code} className="note tabular">
          {account.name}账户第 {line?.seq} 行，记账后余额{' '}
          {assetLabel(asset, line?.balanceAfter ?? 0)}
        </p>
      ))}
    </li>
  );
}

function About({ entry }: { entry: LedgerEntry }) {
  const lines = aboutLines(entry.about);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>关联</h3>
      <dl className={styles.about}>
        {lines.map(({ name, value, isCode }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{isCode ? <Code>{value}</Code> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Proof({ entry }: { entry: LedgerEntry }) {
  return (
    <section>
      <h3>校验</h3>
      <dl className={styles.about}>
        <div>
          <dt>账目编号</dt>
          <dd>
            <Code>{entry.entryNo}</Code>
          </dd>
        </div>
        <div>
          <dt>校验值</dt>
          <dd data-testid="trace-hash">
            <Code>{entry.hash}</Code>
          </dd>
        </div>
        <div>
          <dt>封存</dt>
          <dd>
            {entry.sealNo === null ? '本小时的封存还没有做' : `已收入第 ${entry.sealNo} 号封存`}
          </dd>
        </div>
      </dl>
    </section>
  );
}
