import { App, Button, Checkbox, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import type { OpeningDraft, OpeningResult } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { moneyLabel } from '../../shared/format/money';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { referenceRule } from '../../shared/ui/money-rules';
import { Card } from '../../shared/ui/page';
import { useImportOpening } from './api/import-opening';
import styles from './finance.module.css';
import { decodeSheet, faultsByCell, MOST_ROWS, OPENING_COLUMNS, readOpening } from './opening-rows';
import { OpeningTable } from './opening-table';

interface Fields {
  protocolNo: string;
  validEverywhere: boolean;
}

/** Takes over what clients had before: paste or upload, look at every cell, then import once. */
export default function OpeningPage() {
  const { store } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [text, setText] = useState('');
  const [looked, setLooked] = useState<OpeningResult | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  const { write, error, isPending, reset } = useImportOpening();
  const rows = readOpening(text);
  const sound = rows.flatMap(({ row }) => (row ? [row] : []));
  const isReadable = rows.length > 0 && rows.length <= MOST_ROWS && sound.length === rows.length;
  const forget = () => {
    setLooked(null);
    setConfirmed(false);
  };
  const change = (next: string) => {
    reset();
    forget();
    setText(next);
  };
  const send = (dryRun: boolean) =>
    void form.validateFields().then((fields) => {
      const confirmed = isConfirmed ? { confirmed: true } : {};
      const draft: OpeningDraft = {
        ...{ ...fields, storeId: store.id, dryRun, rows: sound },
        ...confirmed,
      };
      write(draft, {
        done: (result) => {
          setLooked(result);
          if (result.imported)
            void message.success(
              `已导入 ${result.rows} 位顾客，本金 ${moneyLabel(result.principalFen)}`,
            );
        },
      });
    });
  const isClean = looked !== null && !looked.imported && looked.faults.length === 0;
  const isDoubtful = isClean && looked.warnings.length > 0;
  return (
    <>
      <Card title="期初余额导入">
        <p className="note">
          从旧系统搬过来的储值：每行一位顾客，列依次是
          {OPENING_COLUMNS.map(({ name }) => name).join('、')}
          。可以从表格里复制粘贴，也可以上传文件。先试算，没有问题再导入；同一份协议只能导入一次。
        </p>
        <Form<Fields>
          form={form}
          className={styles.opening}
          layout="vertical"
          validateTrigger="onBlur"
          initialValues={{ protocolNo: '', validEverywhere: true }}
          onValuesChange={forget}
        >
          <Form.Item
            name="protocolNo"
            label="期初协议编号"
            extra={`记入${store.name}的账；协议由双方签字后留存`}
            rules={referenceRule(true)}
          >
            <Input maxLength={40} className={styles.protocol} data-testid="opening-protocol" />
          </Form.Item>
          <Form.Item name="validEverywhere" valuePropName="checked">
            <Checkbox>所有门店都能用</Checkbox>
          </Form.Item>
        </Form>
        <Sheet text={text} onChange={change} />
      </Card>
      {rows.length > 0 && (
        <Card title={`共 ${rows.length} 行`} flush>
          <OpeningTable
            rows={rows}
            faults={faultsByCell(rows, [...(looked?.faults ?? []), ...(looked?.warnings ?? [])])}
          />
        </Card>
      )}
      <Outcome rowCount={rows.length} looked={looked} isReadable={isReadable} />
      {isDoubtful && (
        <Checkbox
          checked={isConfirmed}
          onChange={({ target }) => setConfirmed(target.checked)}
          data-testid="opening-confirm"
        >
          标出的行我都核对过了，没有重复，照样导入
        </Checkbox>
      )}
      {error && (
        <Notice tone="alarm" testId="opening-error">
          {sentenceOf(error)}
        </Notice>
      )}
      <div className={styles.acts}>
        <Button
          disabled={!isReadable || isPending}
          loading={isPending && !isClean}
          onClick={() => send(true)}
          data-testid="opening-look"
        >
          试算
        </Button>
        <Button
          type="primary"
          disabled={!isClean || (isDoubtful && !isConfirmed) || isPending}
          loading={isPending && isClean}
          onClick={() => send(false)}
          data-testid="opening-import"
        >
          确认导入
        </Button>
      </div>
    </>
  );
}

function Sheet({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <>
      <Input.TextArea
        value={text}
        onChange={({ target }) => onChange(target.value)}
        autoSize={{ minRows: 5, maxRows: 12 }}
        placeholder="把表格粘贴到这里"
        aria-label="期初余额表格"
        className="tabular"
        data-testid="opening-sheet"
      />
      <Upload
        accept=".csv,.txt,text/csv,text/plain"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.arrayBuffer().then((bytes) => onChange(decodeSheet(bytes)));
          return false;
        }}
      >
        <Button className={styles.upload}>上传文件</Button>
      </Upload>
    </>
  );
}

function Outcome({
  rowCount,
  looked,
  isReadable,
}: {
  rowCount: number;
  looked: OpeningResult | null;
  isReadable: boolean;
}) {
  if (rowCount === 0) return null;
  if (rowCount > MOST_ROWS) return <Notice>一次最多 {MOST_ROWS} 行，请分成几份协议导入。</Notice>;
  if (!isReadable)
    return <Notice testId="opening-unread">标出的格子读不出来，请改好再试算。</Notice>;
  if (!looked) return null;
  if (looked.imported)
    return (
      <Notice tone="leaf" testId="opening-done">
        已导入 {looked.rows} 行：本金 {moneyLabel(looked.principalFen)}，赠金{' '}
        {moneyLabel(looked.bonusFen)}。
      </Notice>
    );
  if (looked.faults.length > 0)
    return (
      <Notice testId="opening-faults">
        有 {looked.faults.length} 个格子不对，已在表里标出，改好再试算。什么都没有写入。
      </Notice>
    );
  if (looked.warnings.length > 0)
    return (
      <Notice testId="opening-warnings">
        有 {looked.warnings.length} 处要再看一眼（可能重复，或超过单卡限额），已在表里标出。
      </Notice>
    );
  return (
    <Notice tone="leaf" testId="opening-clean">
      试算没有问题：{looked.rows} 行，本金 {moneyLabel(looked.principalFen)}，赠金{' '}
      {moneyLabel(looked.bonusFen)}。现在可以导入。
    </Notice>
  );
}
