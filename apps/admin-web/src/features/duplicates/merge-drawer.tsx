import { App, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { MergeDraft, MergePreview } from '../../shared/api/contract';
import { moneyLabel } from '../../shared/format/money';
import { genderWord } from '../../shared/format/words';
import { Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { Loaded } from '../../shared/ui/states';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useMergeFiles, useMergePreview } from './api/merges';
import styles from './duplicates.module.css';

type Take = NonNullable<MergeDraft['take']>[number];
type Side = MergePreview['from'];

const BASICS: readonly { take: Take; name: string; of: (side: Side) => string }[] = [
  { take: 'name', name: '姓名', of: ({ file }) => file.name },
  { take: 'gender', name: '性别', of: ({ file }) => genderWord(file.gender) },
  { take: 'birthday', name: '生日', of: ({ file }) => file.birthday ?? '未填' },
  { take: 'phone', name: '主要电话', of: ({ file }) => file.phoneMasked ?? '未留' },
];

/** Both files side by side; what of the closing one is to hold; why; and then it is done. */
export function MergeDrawer({
  fromId,
  toId,
  onClose,
  onDone,
}: {
  fromId: string;
  toId: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { message } = App.useApp();
  const preview = useMergePreview(fromId, toId);
  const [form] = Form.useForm<{ reason: string }>();
  const [take, setTake] = useState<readonly Take[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const merge = useMergeFiles();
  const done = () => {
    void message.success('已合并，30 天内可以在合并记录里撤销');
    onDone();
  };
  return (
    <WriteDrawer
      title="合并档案"
      testId="merge"
      onClose={onClose}
      isReady={preview.data !== undefined}
      review={
        reason === null || !preview.data ? null : (
          <Confirm preview={preview.data} take={take} reason={reason} />
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        merge.reset();
        setReason(null);
      }}
      onConfirm={() =>
        merge.write({ fromId, toId, take: [...take], reason: reason ?? '' }, { done })
      }
      confirmWord="确认合并"
      isPending={merge.isPending}
      error={merge.error}
    >
      <Loaded query={preview} rows={8}>
        {(data) => <Compare preview={data} take={take} onTake={setTake} />}
      </Loaded>
      <Form
        form={form}
        layout="vertical"
        className={styles.reason}
        onFinish={(fields) => setReason(fields.reason.trim())}
      >
        <Form.Item name="reason" label="怎么知道是同一位顾客" rules={REASON_RULE}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} data-testid="merge-reason" />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

function Compare({
  preview: { from, to },
  take,
  onTake,
}: {
  preview: MergePreview;
  take: readonly Take[];
  onTake: (take: readonly Take[]) => void;
}) {
  const toggle = (one: Take, on: boolean) =>
    onTake(on ? [...take, one] : take.filter((other) => other !== one));
  return (
    <table className={styles.compare} data-testid="merge-compare-table">
      <thead>
        <tr>
          <th />
          <th>
            保留 <span className="tabular">{to.file.memberNo}</span>
          </th>
          <th>
            并入 <span className="tabular">{from.file.memberNo}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {BASICS.map(({ take: one, name, of }) => (
          <tr key={one}>
            <th>{name}</th>
            <td>{of(to)}</td>
            <td>
              {of(from)}
              {of(from) !== of(to) && (
                <Checkbox
                  className={styles.take}
                  checked={take.includes(one)}
                  onChange={({ target }) => toggle(one, target.checked)}
                  data-testid={`merge-take-${one}`}
                >
                  用这个
                </Checkbox>
              )}
            </td>
          </tr>
        ))}
        {heldNames(from, to).map((name) => (
          <tr key={name}>
            <th>{name}</th>
            <td className="tabular">{heldWord(to, name)}</td>
            <td className="tabular">{heldWord(from, name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const heldNames = (...sides: readonly Side[]): string[] => [
  ...new Set(sides.flatMap(({ held }) => held.map(({ what }) => what))),
];

function heldWord({ held }: Side, name: string): string {
  const one = held.find(({ what }) => what === name);
  if (!one) return '—';
  return one.fen === undefined ? String(one.count) : moneyLabel(one.fen);
}

function Confirm({
  preview: { from, to },
  take,
  reason,
}: {
  preview: MergePreview;
  take: readonly Take[];
  reason: string;
}) {
  const taken = BASICS.filter(({ take: one }) => take.includes(one));
  return (
    <>
      <Review
        items={[
          { name: '并入的档案', value: `${from.file.name} ${from.file.memberNo}` },
          { name: '保留的档案', value: `${to.file.name} ${to.file.memberNo}` },
          ...taken.map(({ name, of }) => ({ name: `${name}改为`, value: of(from) })),
          { name: '原因', value: reason },
        ]}
      />
      <Notice>
        合并后，{from.file.memberNo} 的一切都归入 {to.file.memberNo}
        ，她用原来的微信登录看到的也是合并后的档案。 30
        天内可以撤销；合并后新发生的会留在保留的档案里，并过来的储值、积分用掉以后就不能直接撤销了。
      </Notice>
    </>
  );
}
