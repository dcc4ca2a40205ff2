import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ClientImport, ImportField } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useCheckImport } from './api/imports';
import styles from './import.module.css';
import { OpeningPart, type Protocol } from './opening-part';
import { FIELDS, FIELD_WORDS, MONEY_FIELDS, choicesFor, type Choice } from './words';

const NONE = 'none';
type Picked = ImportField | typeof NONE;

/** Which column is what. What is guessed can be changed; a column that is left out is not imported. */
export function MapStep({ one, onChecked }: { one: ClientImport; onChecked: () => void }) {
  const [fields, setFields] = useState<Record<number, ImportField | null>>(() =>
    Object.fromEntries(one.columns.map(({ column, field }) => [column, field])),
  );
  const [onDuplicate, setOnDuplicate] = useState<Choice>(one.onDuplicate ?? 'skip');
  const [protocol, setProtocol] = useState<Protocol>({
    protocolNo: one.opening?.protocolNo ?? '',
    validEverywhere: one.opening?.validEverywhere ?? true,
  });
  const { write, error, isPending } = useCheckImport(one.id);
  const taken = new Set(Object.values(fields).filter((field) => field !== null));
  const columns = Object.entries(fields).flatMap(([column, field]) =>
    field === null ? [] : [{ column: Number(column), field }],
  );
  const bringsValue = MONEY_FIELDS.some((field) => taken.has(field));
  const isReady = taken.has('name') && (!bringsValue || protocol.protocolNo !== '');
  return (
    <>
      <Card title={`共 ${one.rows ?? 0} 行，请核对每一列是什么`} flush>
        <ul className={styles.columns} data-testid="import-columns">
          {one.columns.map(({ column, heading, samples }) => (
            <li key={column}>
              <strong>{heading || `第 ${column + 1} 列`}</strong>
              <span className="note">{samples.join('、') || '前几行是空的'}</span>
              <Select<Picked>
                className={styles.pick}
                value={fields[column] ?? NONE}
                aria-label={`${heading}是什么`}
                data-testid={`import-column-${column}`}
                onChange={(value) =>
                  setFields({ ...fields, [column]: value === NONE ? null : value })
                }
                options={[
                  { value: NONE, label: '不导入' },
                  ...FIELDS.map((field) => ({
                    ...{ value: field, label: FIELD_WORDS[field] },
                    disabled: taken.has(field) && fields[column] !== field,
                  })),
                ]}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="已经有档案的顾客（手机号和姓名都相同）">
        <Radio.Group
          className={styles.choice}
          value={onDuplicate}
          onChange={({ target }) => setOnDuplicate(target.value as Choice)}
          options={choicesFor('duplicate')}
          data-testid="import-duplicates"
        />
        <p className="note">
          “补充”只填档案里还空着的内容，不会改动已有的。检查之后还可以逐位更改。
        </p>
      </Card>
      {bringsValue && <OpeningPart value={protocol} onChange={setProtocol} />}
      {!taken.has('name') && <Notice>请指出哪一列是姓名。</Notice>}
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={styles.acts}>
        <Button
          type="primary"
          loading={isPending}
          disabled={!isReady}
          onClick={() =>
            write({ columns, onDuplicate, ...(bringsValue && protocol) }, { done: onChecked })
          }
          data-testid="import-check"
        >
          检查
        </Button>
        <span className="note">检查不会写入任何内容。</span>
      </div>
    </>
  );
}
