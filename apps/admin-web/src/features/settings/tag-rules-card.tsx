import { Button } from 'antd';
import { useState } from 'react';
import type { TagGroup, TagOfRule } from '../../shared/api/contract';
import { useTiers } from '../../shared/requests/list-tiers';
import { ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { TAG_TONES } from '../../shared/ui/tag-color';
import { useTagRules } from './api/tag-rules';
import styles from './settings.module.css';
import { TagRuleDrawer } from './tag-rule-drawer';
import { ruleWords } from './tag-rule-form';

const MOST_COUNTED = 10_000;

const holdersWords = ({ state, keptOn, clients }: TagOfRule): string => {
  if (state === 'retired') return '已停用';
  if (keptOn === null) return '正在更新，几分钟内完成';
  return clients >= MOST_COUNTED ? '1 万位以上' : `${clients} 位`;
};

/** Tags that come and go by rules, for whoever may set them up. */
export function TagRulesCard({ groups }: { groups: readonly TagGroup[] }) {
  const rules = useTagRules();
  const [edited, setEdited] = useState<TagOfRule | 'new' | null>(null);
  const canAdd = groups.some(({ oneOf }) => !oneOf);
  return (
    <Card
      title="自动标签"
      extra={
        canAdd && (
          <Button size="small" onClick={() => setEdited('new')} data-testid="tag-rule-new">
            新建自动标签
          </Button>
        )
      }
      flush
    >
      <Loaded query={rules} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="还没有自动标签"
              hint="写好条件，例如“近 365 天消费满 3000 元”，符合的顾客会自动打上，不再符合就自动取下。"
            />
          ) : (
            <ul className={styles.list}>
              {items.map((one) => (
                <Line key={one.tagId} tag={one} groups={groups} onEdit={() => setEdited(one)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited && (
        <TagRuleDrawer tag={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Card>
  );
}

function Line({
  tag,
  groups,
  onEdit,
}: {
  tag: TagOfRule;
  groups: readonly TagGroup[];
  onEdit: () => void;
}) {
  const tiers = useTiers();
  const group = groups.find(({ id }) => id === tag.groupId);
  const named = [...(tiers.data?.items ?? []), ...groups.flatMap(({ tags }) => tags)];
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? '已删除的一项';
  return (
    <li className={styles.row} data-testid={`tag-rule-${tag.name}`}>
      <span className={styles.what}>
        <span>
          <ToneTag tone={tag.state === 'active' && group ? TAG_TONES[group.color] : 'quiet'}>
            {tag.name}
          </ToneTag>{' '}
          <span className="note tabular">{holdersWords(tag)}</span>
        </span>
        <span className="note">{ruleWords(tag.rule, nameOf).join(' · ')}</span>
      </span>
      <Button size="small" type="text" onClick={onEdit} data-testid={`tag-rule-edit-${tag.name}`}>
        修改
      </Button>
    </li>
  );
}
