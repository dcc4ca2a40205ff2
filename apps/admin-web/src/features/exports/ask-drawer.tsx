import { App, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ClientExportDraft } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useAskForExport } from './api/exports';
import styles from './exports.module.css';
import { COLUMN_WORDS, MONEY_COLUMNS, type ExportColumn } from './words';

interface Fields {
  kind: ClientExportDraft['kind'];
  format: ClientExportDraft['format'];
  columns: ExportColumn[];
  reason: string;
  wholePhones?: boolean;
  phonesReason?: string;
}

const USUAL: ExportColumn[] = ['member_no', 'name', 'phone', 'tier', 'last_visit'];
const FORMATS = [
  { value: 'xlsx', label: '电子表格（.xlsx）' },
  { value: 'csv', label: '文本表格（.csv）' },
];

/** Asks for a list of the clients that a filter leaves. */
export function AskDrawer({
  filter,
  who,
  onClose,
}: {
  filter: ClientExportDraft['filter'];
  /** The filter in words. */
  who: string;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [draft, setDraft] = useState<ClientExportDraft | null>(null);
  const ask = useAskForExport();
  const done = () => {
    void message.success('已提交，等另一位同事同意后生成文件');
    onClose();
  };
  const review = (fields: Fields) => setDraft({ ...draftOf(fields), storeId: store.id, filter });
  return (
    <WriteDrawer
      title="申请导出名单"
      testId="export-ask"
      onClose={onClose}
      review={draft && <Sum draft={draft} who={who} />}
      onReview={() => form.submit()}
      onBack={() => {
        ask.reset();
        setDraft(null);
      }}
      onConfirm={() => draft && ask.write(draft, { done })}
      confirmWord="提交申请"
      isPending={ask.isPending}
      error={ask.error}
    >
      <p className={styles.who}>
        <span className="note">导出的顾客</span> {who}
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'clients', format: 'xlsx', columns: USUAL }}
        onFinish={review}
      >
        <AskFields />
      </Form>
    </WriteDrawer>
  );
}

function AskFields() {
  const { may } = useDesk();
  const kind = Form.useWatch<Fields['kind']>('kind');
  const columns = Form.useWatch<Fields['columns'] | undefined>('columns') ?? [];
  const isWhole = Form.useWatch<boolean | undefined>('wholePhones') ?? false;
  const shown = (Object.keys(COLUMN_WORDS) as ExportColumn[]).filter(
    (column) => may('wallet.read') || !MONEY_COLUMNS.includes(column),
  );
  return (
    <>
      <Form.Item name="kind" label="内容">
        <Radio.Group data-testid="export-kind">
          <Radio value="clients">顾客名单</Radio>
          {may('wallet.read') && <Radio value="de_identified">去标识名单（统计用）</Radio>}
        </Radio.Group>
      </Form.Item>
      {kind === 'de_identified' ? (
        <p className="note">
          没有姓名、电话和会员号，只有年龄段、性别、门店、来源、等级、到店和消费的大概情况；
          同样特征不足 5 人的会再隐去一部分。
        </p>
      ) : (
        <>
          <Form.Item
            name="columns"
            label="要哪些列"
            rules={[{ required: true, message: '请至少选择一列' }]}
          >
            <Checkbox.Group className={styles.columns} data-testid="export-columns">
              {shown.map((column) => (
                <Checkbox key={column} value={column}>
                  {COLUMN_WORDS[column]}
                </Checkbox>
              ))}
            </Checkbox.Group>
          </Form.Item>
          {columns.includes('phone') && may('clients.reveal-phone') && (
            <Form.Item name="wholePhones" valuePropName="checked">
              <Checkbox data-testid="export-whole-phones">
                要完整手机号（不勾选则只显示后四位）
              </Checkbox>
            </Form.Item>
          )}
          {columns.includes('phone') && isWhole && (
            <Form.Item name="phonesReason" label="为什么需要完整手机号" rules={REASON_RULE}>
              <Input.TextArea
                maxLength={200}
                autoSize={{ minRows: 2 }}
                data-testid="export-phones-reason"
              />
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name="format" label="文件">
        <Radio.Group options={FORMATS} />
      </Form.Item>
      <Form.Item name="reason" label="用途" rules={REASON_RULE}>
        <Input.TextArea
          maxLength={200}
          autoSize={{ minRows: 2 }}
          placeholder="例如：给总部核对金卡会员人数"
          data-testid="export-reason"
        />
      </Form.Item>
    </>
  );
}

function draftOf(fields: Fields): Omit<ClientExportDraft, 'storeId' | 'filter'> {
  const { kind, format, columns, reason, wholePhones, phonesReason } = fields;
  const isNamed = kind === 'clients';
  const all = Object.keys(COLUMN_WORDS) as ExportColumn[];
  const isWhole = isNamed && columns.includes('phone') && wholePhones === true;
  return {
    ...{ kind, format, reason: reason.trim() },
    columns: isNamed ? all.filter((column) => columns.includes(column)) : [],
    ...(isWhole && { phonesReason: phonesReason?.trim() }),
  };
}

function Sum({ draft, who }: { draft: ClientExportDraft; who: string }) {
  const { kind, columns, reason, phonesReason } = draft;
  return (
    <>
      <Review
        items={[
          { name: '导出的顾客', value: who },
          {
            name: '内容',
            value:
              kind === 'clients'
                ? columns.map((column) => COLUMN_WORDS[column]).join('、')
                : '去标识名单',
          },
          ...(columns.includes('phone')
            ? [
                {
                  name: '手机号',
                  value: phonesReason === undefined ? '只显示后四位' : `完整：${phonesReason}`,
                },
              ]
            : []),
          { name: '用途', value: reason },
        ]}
      />
      <Notice>
        需要另一位店长或老板同意；生成后 24
        小时内只有您能下载，每次下载都有记录，文件里写着您的名字。
      </Notice>
    </>
  );
}
