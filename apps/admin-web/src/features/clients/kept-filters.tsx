import { App, Button, Form, Input, Switch, Tag } from 'antd';
import { useState } from 'react';
import type { KeptFilter } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import {
  useDropFilter,
  useKeepFilter,
  useKeptFilters,
  type FilterToKeep,
} from './api/kept-filters';
import type { ClientFilter } from './api/list-by-filter';
import styles from './clients.module.css';

interface Props {
  filter: ClientFilter;
  onChoose: (filter: ClientFilter) => void;
}

const sameFilter = (one: ClientFilter, other: ClientFilter): boolean => {
  const told = (filter: ClientFilter) =>
    JSON.stringify(
      Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return told(one) === told(other);
};

/** Filters that somebody kept, each a tap away, and the way to keep the one that is set. */
export function KeptFilters({ filter, onChoose }: Props) {
  const { store } = useDesk();
  const kept = useKeptFilters(store.id);
  const [isSaving, setSaving] = useState(false);
  const items = kept.data?.items ?? [];
  const isNarrow = Object.values(filter).some((value) => value !== undefined);
  const isKept = items.some((one) => sameFilter(one.filter, filter));
  if (items.length === 0 && !isNarrow) return null;
  return (
    <div className={styles.kept} data-testid="kept-filters">
      {items.map((one) => (
        <Kept
          key={one.id}
          kept={one}
          isChosen={sameFilter(one.filter, filter)}
          onChoose={() => onChoose(one.filter)}
        />
      ))}
      {isNarrow && !isKept && (
        <Button type="link" size="small" onClick={() => setSaving(true)} data-testid="filter-keep">
          存为常用
        </Button>
      )}
      {isSaving && <KeepDrawer filter={filter} onClose={() => setSaving(false)} />}
    </div>
  );
}

function Kept({
  kept: { id, name, shared, byName, removable },
  isChosen,
  onChoose,
}: {
  kept: KeptFilter;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { store } = useDesk();
  const { modal, message } = App.useApp();
  const { write } = useDropFilter(store.id);
  const drop = () =>
    modal.confirm({
      title: `删除「${name}」？`,
      content: shared ? '同事也不会再看到它。' : undefined,
      okText: '删除',
      cancelText: '不删了',
      onOk: () => write(id, { refused: (cause) => void message.error(sentenceOf(cause)) }),
    });
  return (
    <Tag.CheckableTag
      checked={isChosen}
      onChange={onChoose}
      className={styles.keptOne}
      data-testid={`kept-${id}`}
    >
      {name}
      {shared && <span className="note"> {byName} 共享</span>}
      {isChosen && removable && (
        <Button
          type="text"
          size="small"
          aria-label={`删除筛选 ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            drop();
          }}
          data-testid={`kept-drop-${id}`}
        >
          删除
        </Button>
      )}
    </Tag.CheckableTag>
  );
}

interface Fields {
  name: string;
  shared: boolean;
}

function KeepDrawer({ filter, onClose }: { filter: ClientFilter; onClose: () => void }) {
  const { store } = useDesk();
  const saving = useKeepFilter(store.id);
  return (
    <SaveDrawer<Fields, FilterToKeep>
      title="存为常用筛选"
      width={420}
      testId="keep-filter"
      initial={{ name: '', shared: false }}
      saving={saving}
      bodyOf={({ name, shared }) => ({ name: name.trim(), filter, shared })}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label="名称"
            rules={[{ required: true, whitespace: true, message: '请写一个名称' }]}
          >
            <Input maxLength={20} placeholder="例如：沉睡的金卡" data-testid="keep-filter-name" />
          </Form.Item>
          <Form.Item
            name="shared"
            label={`给${store.name}的同事也用`}
            valuePropName="checked"
            extra="只共享筛选条件，同事看到的顾客以各自的权限为准。"
          >
            <Switch data-testid="keep-filter-shared" />
          </Form.Item>
        </>
      )}
    </SaveDrawer>
  );
}
