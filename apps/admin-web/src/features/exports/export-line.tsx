import { App, Button } from 'antd';
import { useState } from 'react';
import type { ClientExport } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { momentLabel } from '../../shared/format/time';
import { Notice, ToneTag } from '../../shared/ui/amount';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { readExportFile, useDeclineExport, useExportDeed } from './api/exports';
import { saveFile } from './save-file';
import styles from './exports.module.css';
import { COLUMN_WORDS, STATE_WORDS } from './words';

/** One list: who wants what and why, how far it is, and what whoever looks may do. */
export function ExportLine({ one, who }: { one: ClientExport; who: string }) {
  const [word, tone] = STATE_WORDS[one.state];
  const columns = one.columns.map((column) => COLUMN_WORDS[column]).join('、');
  return (
    <li data-testid={`export-${one.id}`}>
      <div className={styles.what}>
        <span>
          <strong>{who}</strong>{' '}
          <span className="note tabular">{one.rows ?? one.expectedRows} 位</span>
        </span>
        <span className="note">{columns === '' ? '去标识名单' : columns}</span>
        <span className="note">
          {momentLabel(one.requestedAt)} · {one.requestedBy} 申请：{one.reason}
        </span>
        {one.phonesReason !== null && <Notice>含完整手机号：{one.phonesReason}</Notice>}
        {one.decidedBy !== null && one.decidedAt !== null && (
          <span className="note">
            {momentLabel(one.decidedAt)} · {one.decidedBy}
            {one.state === 'declined' ? ` 处理，未导出：${one.declineReason ?? ''}` : ' 已同意'}
            {one.downloads > 0 && ` · 已下载 ${one.downloads} 次`}
          </span>
        )}
      </div>
      <div className={styles.acts}>
        <ToneTag tone={tone}>{word}</ToneTag>
        <Acts one={one} who={who} />
      </div>
    </li>
  );
}

function Acts({ one, who }: { one: ClientExport; who: string }) {
  if (one.mayDecide) return <Decide one={one} who={who} />;
  if (!one.isOwn) return null;
  if (one.state === 'requested') return <Withdraw id={one.id} />;
  return one.state === 'ready' ? <Download one={one} /> : null;
}

function Decide({ one, who }: { one: ClientExport; who: string }) {
  const { message } = App.useApp();
  const [isDeclining, setDeclining] = useState(false);
  const approve = useExportDeed(one.id, 'approve');
  const decline = useDeclineExport(one.id);
  const refused = (cause: unknown) => void message.error(sentenceOf(cause));
  return (
    <>
      <Button
        type="primary"
        loading={approve.isPending}
        onClick={() => approve.write({}, { refused })}
        data-testid="export-approve"
      >
        同意
      </Button>
      <Button onClick={() => setDeclining(true)} data-testid="export-decline">
        不同意
      </Button>
      {isDeclining && (
        <ReasonDrawer
          title="不同意导出"
          testId="export-decline"
          onClose={() => setDeclining(false)}
          items={[
            { name: '导出的顾客', value: who },
            { name: '申请人', value: one.requestedBy },
          ]}
          notice={<Notice>{one.requestedBy} 会看到这个原因，可以改好再申请。</Notice>}
          confirmWord="确认不同意"
          onConfirm={(reason) => decline.write({ reason }, { done: () => setDeclining(false) })}
          sheet={decline}
        />
      )}
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const { message } = App.useApp();
  const withdraw = useExportDeed(id, 'withdraw');
  const refused = (cause: unknown) => void message.error(sentenceOf(cause));
  return (
    <Button
      loading={withdraw.isPending}
      onClick={() => withdraw.write({}, { refused })}
      data-testid="export-withdraw"
    >
      撤回
    </Button>
  );
}

function Download({ one }: { one: ClientExport }) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      saveFile(await readExportFile(one.id));
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <span className="note">{momentLabel(one.closesAt)} 前有效</span>
      <Button
        type="primary"
        loading={isBusy}
        onClick={() => void download()}
        data-testid="export-download"
      >
        下载
      </Button>
    </>
  );
}
