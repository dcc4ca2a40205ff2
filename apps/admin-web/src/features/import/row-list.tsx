import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImportRow } from '../../shared/api/contract';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager } from '../../shared/ui/trail-pager';
import { useChooseRow, useImportRows } from './api/imports';
import styles from './import.module.css';
import { FIELD_WORDS, KEPT_WORDS, choicesFor, type Choice } from './words';

/** Rows in one state, by page; nothing where there are none. */
export function RowList({
  importId,
  state,
  title,
  count,
  defaultChoice,
}: {
  importId: string;
  state: ImportRow['state'];
  title: string;
  count: number;
  /** What is done with a duplicate unless chosen otherwise; absent where nothing is left to choose. */
  defaultChoice?: Choice;
}) {
  const [trail, setTrail] = useState(FIRST_PAGE);
  const rows = useImportRows(importId, state, trail.at(-1) ?? null, count);
  if (count === 0) return null;
  return (
    <Card title={`${title}（${count}）`} flush>
      <Loaded query={rows} rows={4}>
        {({ items, next }) => (
          <>
            <ul className={styles.rows} data-testid={`import-rows-${state}`}>
              {items.map((row) => (
                <Line
                  key={row.row}
                  row={row}
                  importId={importId}
                  {...(defaultChoice && { defaultChoice })}
                />
              ))}
            </ul>
            <TrailPager
              trail={trail}
              setTrail={setTrail}
              next={next === null ? undefined : String(next)}
            />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Line({
  row,
  importId,
  defaultChoice,
}: {
  row: ImportRow;
  importId: string;
  defaultChoice?: Choice;
}) {
  const { write, isPending } = useChooseRow(importId);
  return (
    <li data-testid={`import-row-${row.row}`}>
      <span className="note tabular">第 {row.row} 行</span>
      <Who row={row} />
      <span className={styles.what}>
        {row.faults.map(({ column, heading, field, value, reason }) => (
          <span key={column} className={styles.fault}>
            {heading || FIELD_WORDS[field]}
            {value !== '' && `「${value}」`}：{reason}
          </span>
        ))}
        {row.match && (
          <span>
            {row.state === 'shared' ? '手机号在她的档案里：' : '已有档案'}{' '}
            <Link to={`/clients/${row.match.id}`}>{row.match.name}</Link>{' '}
            <span className="note tabular">{row.match.memberNo}</span>
          </span>
        )}
        {row.sameAsRow !== null && (
          <span>
            和第 {row.sameAsRow} 行{row.state === 'shared' ? '用同一个手机号' : '是同一位顾客'}
          </span>
        )}
        {row.keptBecause && <span className="note">{KEPT_WORDS[row.keptBecause]}</span>}
      </span>
      {defaultChoice && (
        <Select<Choice>
          value={row.choice ?? defaultChoice}
          loading={isPending}
          popupMatchSelectWidth={false}
          aria-label={`第 ${row.row} 行怎么处理`}
          data-testid={`import-choice-${row.row}`}
          onChange={(choice) => write({ row: row.row, choice })}
          options={choicesFor(row.state)}
        />
      )}
    </li>
  );
}

function Who({ row: { name, phoneMasked, client } }: { row: ImportRow }) {
  return (
    <span className={styles.what}>
      {client ? <Link to={`/clients/${client.id}`}>{client.name}</Link> : <span>{name ?? ''}</span>}
      <span className="note tabular">{client?.memberNo ?? phoneMasked ?? ''}</span>
    </span>
  );
}
