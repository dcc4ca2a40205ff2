import { Progress, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ClientImport } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { inOffset, momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice, ToneTag } from '../../shared/ui/amount';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useImports, useSendFile } from './api/imports';
import styles from './import.module.css';
import { STATE_WORDS } from './words';

const MOST_BYTES = 10 * 1024 * 1024;
const NAME_LENGTH = 120;

/** Files of clients from elsewhere: send one, and what became of the last ones. */
export default function ImportsPage() {
  const { store } = useDesk();
  const imports = useImports(store.id);
  return (
    <Page title="导入顾客" extra={<Link to="/clients">返回顾客</Link>}>
      <SendCard storeId={store.id} storeName={store.name} />
      <Card title="最近的导入" flush>
        <Loaded query={imports} rows={4}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有导入过" hint="从旧系统导出顾客表，放到上面就可以开始。" />
            ) : (
              <ul className={styles.list} data-testid="imports">
                {items.map((one) => (
                  <Line key={one.id} one={one} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}

function SendCard({ storeId, storeName }: { storeId: string; storeName: string }) {
  const navigate = useNavigate();
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { write, error, reset } = useSendFile();
  const send = async (file: File) => {
    reset();
    if (file.size > MOST_BYTES) return setRefusal('文件超过 10 MB，请分成几份导入。');
    if (file.size === 0) return setRefusal('文件是空的。');
    setRefusal(null);
    setPercent(0);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = file.name.slice(-NAME_LENGTH);
    write(
      { storeId, fileName, bytes, onProgress: setPercent },
      {
        done: ({ id }) => void navigate(`/clients/import/${id}`),
        refused: () => setPercent(null),
      },
    );
  };
  const said = refusal ?? (error ? sentenceOf(error) : null);
  return (
    <Card>
      <Upload.Dragger
        accept=".csv,.xlsx,.txt"
        showUploadList={false}
        disabled={percent !== null}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <div className={styles.drop} data-testid="import-drop">
          <strong>把顾客表拖到这里，或点一下选择文件</strong>
          <span className="note">
            <span data-code>.xlsx</span> 或 <span data-code>.csv</span>，最多 20000 行、10
            MB；第一行是列名，下面每行一位顾客。导入到{storeName}。
          </span>
          <span className="note">先检查、再导入；导入后 30 天内可以整批撤销。</span>
        </div>
      </Upload.Dragger>
      {percent !== null && <Progress percent={percent} aria-label="上传进度" />}
      {said !== null && (
        <Notice tone="alarm" testId="import-refused">
          {said}
        </Notice>
      )}
    </Card>
  );
}

function Line({ one }: { one: ClientImport }) {
  const { store } = useDesk();
  const { id, fileName, state, counts, createdBy, createdAt } = one;
  const [word, tone] = STATE_WORDS[state];
  const written = counts.created + counts.added;
  const at = momentLabel(inOffset(Date.parse(createdAt), '+08:00'));
  const title = fileName ?? '内容已过保留期';
  return (
    <li data-testid={`import-${id}`}>
      <span className={styles.what}>
        {state === 'uploading' ? (
          <span data-code>{title}</span>
        ) : (
          <Link to={`/clients/import/${id}`} data-code>
            {title}
          </Link>
        )}
        <span className="note tabular">
          {at} · {createdBy} · {store.name}
          {written > 0 && ` · 导入 ${written} 位`}
        </span>
      </span>
      <ToneTag tone={tone}>{word}</ToneTag>
    </li>
  );
}
