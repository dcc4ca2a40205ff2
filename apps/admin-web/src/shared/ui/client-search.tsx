import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ClientRow } from '../api/contract';
import { sentenceOf } from '../api/problem';
import { useClientSearch } from '../requests/search-clients';
import styles from './client-search.module.css';
import { useDebounced } from './use-debounced';

interface Props {
  onPick: (client: ClientRow) => void;
  /** Offered below the results, for example a new file with what was typed. */
  footer?: (typed: string) => ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  testId: string;
  /** Hands out the way to focus the box, for the keyboard shortcut. */
  inputRef?: React.RefObject<InputRef>;
}

/** The one box in which a client is found by any of pinyin, initials, last four digits, phone, name or number. */
export function ClientSearch({ onPick, footer, placeholder, autoFocus, testId, inputRef }: Props) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const query = useDebounced(typed.trim(), 180);
  const search = useClientSearch(query);
  const found = query ? (search.data ?? []) : [];
  const current = Math.min(active, Math.max(0, found.length - 1));
  const expanded = isOpen && query.length > 0;

  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);

  const pick = (client: ClientRow) => {
    setTyped('');
    setOpen(false);
    onPick(client);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (event.key === 'Escape' && expanded) setOpen(false);
    else if (event.key === 'Enter' && expanded && query === typed.trim() && found[current])
      pick(found[current]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={styles.box}>
      <Input
        ref={inputRef}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={placeholder ?? '搜顾客：姓名、拼音、手机尾号、会员号'}
        aria-label="搜索顾客"
        role="combobox"
        aria-expanded={expanded}
        aria-controls={listId}
        aria-activedescendant={expanded && found[current] ? `${listId}-${current}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        allowClear
        data-testid={testId}
      />
      {expanded && (
        <div className={styles.panel}>
          <Results
            {...{ listId, found, current, pick, search }}
            isStale={search.isFetching && found.length === 0}
          />
          {footer && <div className={styles.footer}>{footer(typed.trim())}</div>}
        </div>
      )}
    </div>
  );
}

function Results({
  listId,
  found,
  current,
  pick,
  search,
  isStale,
}: {
  listId: string;
  found: ClientRow[];
  current: number;
  pick: (client: ClientRow) => void;
  search: { error: unknown };
  isStale: boolean;
}) {
  if (isStale) return <p className={styles.hint}>正在查找…</p>;
  if (search.error && found.length === 0)
    return <p className={styles.hint}>{sentenceOf(search.error)}</p>;
  if (found.length === 0) return <p className={styles.hint}>没有找到这位顾客</p>;
  return (
    <ul id={listId} role="listbox" aria-label="查找结果" className={styles.list}>
      {found.map((client, at) => (
        <li
          key={client.id}
          id={`${listId}-${at}`}
          role="option"
          aria-selected={at === current}
          className={styles.option}
          data-testid={`client-option-${client.id}`}
          onClick={() => pick(client)}
        >
          <span className={styles.name}>{client.name}</span>
          <span className="note tabular">{client.phoneMasked ?? '未留电话'}</span>
          <span className={`note tabular ${styles.number}`}>会员号 {client.memberNo}</span>
        </li>
      ))}
    </ul>
  );
}
