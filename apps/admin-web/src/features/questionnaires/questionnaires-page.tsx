import { Button } from 'antd';
import { useState } from 'react';
import type { QuestionnaireLine } from '../../shared/api/contract';
import { dateOf } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { ToneTag } from '../../shared/ui/amount';
import { Card, Facts } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useHouseQuestionnaires } from './api';
import { EditorDrawer } from './editor-drawer';
import styles from './questionnaires.module.css';
import { VersionsDrawer } from './versions-drawer';

/** What clients are asked before they come, and the way to write it. */
export default function QuestionnairesPage() {
  const { may } = useDesk();
  if (!may('care-rules.write'))
    return <Empty title="问卷由店长或老板编写" hint="顾客要填哪些，在顾客页和预约里看得到。" />;
  return <House />;
}

function House() {
  const list = useHouseQuestionnaires();
  const [editing, setEditing] = useState<{ readonly id: string | null } | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const begin = (
    <Button type="primary" onClick={() => setEditing({ id: null })} data-testid="questionnaire-new">
      写一份问卷
    </Button>
  );
  return (
    <Loaded query={list} rows={6}>
      {(items) => (
        <div className={styles.cards} data-testid="house-questionnaires">
          {items.length === 0 ? (
            <Empty
              title="还没有问卷"
              hint="例如首次到店问卷、染烫前问卷、术前健康问卷：顾客来之前在手机上填好。"
              action={begin}
            />
          ) : (
            <div className={styles.top}>{begin}</div>
          )}
          {items.map((item) => (
            <Line
              key={item.id}
              item={item}
              onEdit={() => setEditing({ id: item.id })}
              onRead={() => setReading(item.id)}
            />
          ))}
          {editing !== null && <EditorDrawer id={editing.id} onClose={() => setEditing(null)} />}
          {reading !== null && <VersionsDrawer id={reading} onClose={() => setReading(null)} />}
        </div>
      )}
    </Loaded>
  );
}

function stateOf({ version, asked, hasDraft }: QuestionnaireLine) {
  if (version === 0) return { tone: 'quiet', word: '草稿' } as const;
  if (!asked) return { tone: 'quiet', word: '已停用' } as const;
  return hasDraft
    ? ({ tone: 'amber', word: '使用中，有草稿' } as const)
    : ({ tone: 'leaf', word: '使用中' } as const);
}

function Line({
  item,
  onEdit,
  onRead,
}: {
  item: QuestionnaireLine;
  onEdit: () => void;
  onRead: () => void;
}) {
  const { id, title, version, validDays, serviceNames, questionCount, health, signed } = item;
  const { tone, word } = stateOf(item);
  const kept = [health ? '按健康信息保管' : '一般资料', signed ? '要签名' : '不用签名'];
  const facts = [
    { name: '哪些项目要填', value: serviceNames.join('、') || '所有项目' },
    { name: '有效期', value: validDays === null ? '一直有效' : `${validDays} 天` },
    { name: '题目', value: `${questionCount} 题 · ${kept.join(' · ')}` },
    ...(item.publishedAt === null
      ? []
      : [{ name: '发布', value: `第 ${version} 版 · ${dateOf(item.publishedAt)}` }]),
  ];
  return (
    <Card title={title} extra={<ToneTag tone={tone}>{word}</ToneTag>}>
      <div data-testid={`house-questionnaire-${id}`}>
        <Facts items={facts} />
        <div className={styles.foot}>
          {version > 0 && (
            <Button size="small" type="text" onClick={onRead}>
              看各个版本
            </Button>
          )}
          <Button size="small" onClick={onEdit} data-testid={`questionnaire-edit-${id}`}>
            {item.hasDraft ? '接着改草稿' : '修改'}
          </Button>
        </div>
      </div>
    </Card>
  );
}
