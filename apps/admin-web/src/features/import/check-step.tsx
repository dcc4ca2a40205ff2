import { App, Button } from 'antd';
import type { ClientImport } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useFaultSheet, useRunImport } from './api/imports';
import { Counts } from './counts';
import styles from './import.module.css';
import { OpeningSum } from './opening-part';
import { saveBlob } from '../../shared/ui/save-blob';
import { RowList } from './row-list';

/** What the dry run found: how many can come in, every bad cell, who has a file. */
export function CheckStep({ one, onBack }: { one: ClientImport; onBack: () => void }) {
  const { write, error, isPending } = useRunImport(one.id);
  const { ready, duplicate, shared, bad } = one.counts;
  const sound = ready + duplicate + shared;
  return (
    <>
      <Card title="检查结果">
        <Counts
          items={[
            { name: '可以导入', count: ready },
            { name: '已有档案或重复', count: duplicate },
            { name: '手机号别人也在用', count: shared },
            { name: '有问题的行', count: bad },
          ]}
        />
      </Card>
      <OpeningSum opening={one.opening} />
      {bad > 0 && (
        <Notice testId="import-bad">
          <span>
            有 {one.faults} 个格子不对，所在的 {bad}{' '}
            行不会导入；可以下载下来改好，作为新文件再导入。
          </span>{' '}
          <FaultSheetButton importId={one.id} />
        </Notice>
      )}
      <RowList importId={one.id} state="bad" title="有问题的行" count={bad} />
      <RowList
        importId={one.id}
        state="duplicate"
        title="已有档案或重复"
        count={duplicate}
        defaultChoice={one.onDuplicate ?? 'skip'}
      />
      <RowList
        importId={one.id}
        state="shared"
        title="手机号别人也在用，姓名不同"
        count={shared}
        defaultChoice="new"
      />
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={styles.acts}>
        <Button
          type="primary"
          disabled={sound === 0}
          loading={isPending}
          onClick={() => write({})}
          data-testid="import-run"
        >
          导入 {sound} 行
        </Button>
        <Button onClick={onBack} data-testid="import-back">
          改列的对应
        </Button>
        <span className="note">
          {sound === 0 ? '没有可以导入的行。' : '导入后 30 天内可以整批撤销。'}
        </span>
      </div>
    </>
  );
}

/** Saves the bad cells as a table. */
export function FaultSheetButton({ importId }: { importId: string }) {
  const { message } = App.useApp();
  const read = useFaultSheet(importId);
  const save = async () => {
    try {
      saveBlob(new Blob([await read()], { type: 'text/csv' }), '有问题的格子.csv');
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (
    <Button size="small" onClick={() => void save()} data-testid="import-fault-sheet">
      下载有问题的格子
    </Button>
  );
}
