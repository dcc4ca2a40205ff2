import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DailyClose, TillCount } from '../../shared/api/contract';
import { moneyLabel, readYuan, yuanText } from '../../shared/format/money';
import { Amount } from '../../shared/ui/amount';
import { AMOUNT_OR_ZERO_RULE } from './count-rule';
import { SheetForm } from '../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { TENDER_WORDS } from './words';

type Fields = Record<string, string | undefined>;

/** Counts what is there of every tender; a difference asks for its reason. */
export function CountDrawer({
  expected,
  notice,
  onConfirm,
  sheet: { error, isPending, reset },
  ...rest
}: {
  title: string;
  testId: string;
  expected: DailyClose['expected'];
  confirmWord: string;
  notice: ReactNode;
  onClose: () => void;
  onConfirm: (counts: TillCount[]) => void;
  sheet: { error: unknown; isPending: boolean; reset: () => void };
}) {
  const [form] = Form.useForm<Fields>();
  const [counts, setCounts] = useState<TillCount[] | null>(null);
  return (
    <WriteDrawer
      {...rest}
      review={
        counts && (
          <>
            <Review
              items={counts.map(({ tender, countedFen, reason }) => ({
                name: TENDER_WORDS[tender],
                value: (
                  <>
                    <Amount fen={countedFen} strong />
                    {reason && <span className="note"> {reason}</span>}
                  </>
                ),
              }))}
            />
            {notice}
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setCounts(null);
      }}
      onConfirm={() => counts && onConfirm(counts)}
      isPending={isPending}
      error={error}
    >
      <SheetForm<Fields>
        form={form}
        onFinish={(fields) => setCounts(expected.map((line) => countOf(line, fields)))}
        initialValues={Object.fromEntries(
          expected
            .filter(({ tender }) => tender !== 'cash')
            .map(({ tender, expectedFen }) => [tender, yuanText(expectedFen)]),
        )}
      >
        {expected.map(({ tender, expectedFen }) => (
          <Count key={tender} form={form} tender={tender} expectedFen={expectedFen} />
        ))}
      </SheetForm>
    </WriteDrawer>
  );
}

function countOf({ tender }: DailyClose['expected'][number], fields: Fields): TillCount {
  const reason = fields[`${tender}-reason`]?.trim() ?? '';
  const text = fields[tender] ?? '';
  const sign = text.trim().startsWith('-') ? -1 : 1;
  const countedFen = sign * (readYuan(text.replace('-', '')) ?? 0);
  return { tender, countedFen, ...(reason === '' ? {} : { reason }) };
}

function Count({
  form,
  tender,
  expectedFen,
}: {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  tender: DailyClose['expected'][number]['tender'];
  expectedFen: number;
}) {
  const typed = Form.useWatch<string | undefined>(tender, form);
  const counted = countOf({ tender, expectedFen }, { [tender]: typed }).countedFen;
  const differs = typed !== undefined && typed.trim() !== '' && counted !== expectedFen;
  return (
    <>
      <Form.Item
        name={tender}
        label={`${TENDER_WORDS[tender]}清点`}
        extra={`账面 ${moneyLabel(expectedFen)}`}
        rules={AMOUNT_OR_ZERO_RULE}
      >
        <Input prefix="¥" inputMode="decimal" maxLength={13} data-testid={`count-${tender}`} />
      </Form.Item>
      {differs && (
        <Form.Item
          name={`${tender}-reason`}
          label={`${counted > expectedFen ? '多' : '少'}了 ${moneyLabel(Math.abs(counted - expectedFen))}，为什么？`}
          rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
        >
          <Input maxLength={200} data-testid={`count-reason-${tender}`} />
        </Form.Item>
      )}
    </>
  );
}
