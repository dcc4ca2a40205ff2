import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { ClientImport } from '../../shared/api/contract';
import { inOffset, momentLabel } from '../../shared/format/time';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { useUndoImport } from './api/imports';
import { FaultSheetButton } from './check-step';
import { Counts } from './counts';
import styles from './import.module.css';
import { OpeningSum } from './opening-part';
import { RowList } from './row-list';
import { keptSentence, progressOf } from './words';

const at = (instant: string): string => momentLabel(inOffset(Date.parse(instant), '+08:00'));

/** Rows being written or taken back, and what became of them. */
export function ResultStep({ one }: { one: ClientImport }) {
  const [isUndoing, setUndoing] = useState(false);
  const isMoving = one.state === 'running' || one.state === 'undoing';
  const { created, added, skipped, bad, undone, kept } = one.counts;
  const wasUndone = one.state === 'undoing' || one.state === 'undone';
  return (
    <>
      {isMoving && <Moving one={one} />}
      <Card title={wasUndone ? '撤销结果' : '导入结果'}>
        <Counts
          items={
            wasUndone
              ? [
                  { name: '已撤销', count: undone },
                  { name: '保留', count: kept },
                ]
              : [
                  { name: '新建档案', count: created },
                  { name: '补充到已有档案', count: added },
                  { name: '跳过', count: skipped },
                  { name: '没有导入', count: bad },
                ]
          }
        />
      </Card>
      {!wasUndone && <OpeningSum opening={one.opening} />}
      <Told one={one} />
      {one.state === 'done' && one.hasContent && (
        <div className={styles.acts}>
          <Button danger onClick={() => setUndoing(true)} data-testid="import-undo-open">
            撤销这次导入
          </Button>
          {bad > 0 && <FaultSheetButton importId={one.id} />}
        </div>
      )}
      {!isMoving && (
        <>
          <RowList importId={one.id} state="kept" title="保留的档案" count={kept} />
          <RowList importId={one.id} state="bad" title="没有导入的行" count={bad} />
          <RowList importId={one.id} state="added" title="补充到已有档案" count={added} />
          <RowList importId={one.id} state="skipped" title="跳过的行" count={skipped} />
          <RowList importId={one.id} state="created" title="新建的档案" count={created} />
        </>
      )}
      {isUndoing && <UndoDrawer one={one} onClose={() => setUndoing(false)} />}
    </>
  );
}

function Moving({ one }: { one: ClientImport }) {
  const { done, of } = progressOf(one);
  return (
    <Card title={one.state === 'running' ? '正在导入' : '正在撤销'}>
      <Progress percent={of === 0 ? 100 : Math.floor((done / of) * 100)} aria-label="进度" />
      <p className="note tabular" data-testid="import-progress">
        {done} / {of} 行。可以离开这个页面，会在后台继续。
      </p>
    </Card>
  );
}

function Told({ one }: { one: ClientImport }) {
  const { undo, finishedAt, createdBy, hasContent } = one;
  if (undo)
    return (
      <>
        <Notice tone="quiet" testId="import-undone">
          {undo.by}
          {undo.at !== null && ` 在 ${at(undo.at)} `}撤销了这次导入
          {undo.reason !== null && `：${undo.reason}`}
        </Notice>
        {one.state === 'undone' && one.counts.kept > 0 && (
          <Notice tone="amber" testId="import-kept">
            {keptSentence(one)}
          </Notice>
        )}
      </>
    );
  if (finishedAt === null) return null;
  return (
    <Notice tone="leaf" testId="import-done">
      {createdBy} 的导入在 {at(finishedAt)} 完成。
      {hasContent ? '文件内容加密保存 30 天，期间可以撤销。' : '文件内容已过保留期，不能再撤销。'}
    </Notice>
  );
}

function UndoDrawer({ one, onClose }: { one: ClientImport; onClose: () => void }) {
  const { write, error, isPending, reset } = useUndoImport(one.id);
  const { created, added } = one.counts;
  return (
    <ReasonDrawer
      title="撤销这次导入"
      testId="import-undo"
      onClose={onClose}
      items={[
        { name: '删除新建的档案', value: `${created} 份` },
        { name: '还原补充过的档案', value: `${added} 份` },
      ]}
      notice={
        <Notice>
          {one.opening
            ? '带来的余额会冲正。账本里的记录不能抹掉，只留下没有姓名和电话的户头，谁也搜不到；'
            : ''}
          导入后有了预约、账目或改动的档案会保留下来，并列出原因；其余的恢复原样。
        </Notice>
      }
      placeholder="例如：导错了文件"
      confirmWord="撤销"
      danger
      onConfirm={(reason) => write({ reason }, { done: onClose })}
      sheet={{ error, isPending, reset }}
    />
  );
}
