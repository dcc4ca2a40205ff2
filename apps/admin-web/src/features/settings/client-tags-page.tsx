import { Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientTag, TagColor, TagGroup } from '../../shared/api/contract';
import { useClientTags } from '../../shared/requests/list-client-tags';
import { useDesk } from '../../shared/session/desk';
import { ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { Empty, Loaded } from '../../shared/ui/states';
import { TAG_COLOR_WORDS, TAG_TONES, tagWords } from '../../shared/ui/tag-color';
import { useAddTag, useChangeTag, useSaveTagGroup } from './api/client-tags';
import styles from './settings.module.css';
import { TagRulesCard } from './tag-rules-card';

const NAME_RULE = [{ required: true, whitespace: true, message: '请填写名称' }];

/** The salon's own words for its clients, group by group. */
export default function ClientTagsPage() {
  const { may } = useDesk();
  const groups = useClientTags();
  const [edited, setEdited] = useState<TagGroup | 'new' | null>(null);
  return (
    <>
      <div className={styles.head}>
        <p className="note">
          标签用来归类和筛选顾客，所有同事都能看到。身体情况请记在健康档案里，那里加密保存。
        </p>
        {may('clients.policy') && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="tag-group-new">
            新建分组
          </Button>
        )}
      </div>
      <Loaded query={groups} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty title="还没有标签" hint="先建一个分组，例如“护理需求”，再往里加标签。" />
            </Card>
          ) : (
            <>
              {items.map((group) => (
                <Group key={group.id} group={group} onEdit={() => setEdited(group)} />
              ))}
              {may('clients.policy') && <TagRulesCard groups={items} />}
            </>
          )
        }
      </Loaded>
      {edited && (
        <GroupDrawer group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function Group({ group, onEdit }: { group: TagGroup; onEdit: () => void }) {
  const { may } = useDesk();
  const [edited, setEdited] = useState<ClientTag | 'new' | null>(null);
  const mayWrite = may('clients.policy');
  return (
    <Card
      title={
        <>
          {group.name}{' '}
          <span className="note">
            {group.oneOf ? '每人选一个' : '可多选'}
            {group.purpose === 'need' && ' · 护理需求'}
          </span>
        </>
      }
      extra={
        mayWrite && (
          <span className={styles.acts}>
            <Button size="small" type="text" onClick={onEdit}>
              修改
            </Button>
            <Button
              size="small"
              onClick={() => setEdited('new')}
              data-testid={`tag-new-${group.name}`}
            >
              加标签
            </Button>
          </span>
        )
      }
    >
      <div className={styles.tagLine}>
        {group.tags.map((tag) => (
          <button
            key={tag.id}
            type="button"
            className={styles.tagButton}
            disabled={!mayWrite || tag.keptBy === 'rule'}
            onClick={() => setEdited(tag)}
          >
            <ToneTag tone={tag.state === 'active' ? TAG_TONES[group.color] : 'quiet'}>
              {`${tagWords(tag)}${tag.state === 'active' ? '' : '（停用）'}`}
            </ToneTag>
          </button>
        ))}
        {group.tags.length === 0 && <span className="note">这一组还没有标签。</span>}
      </div>
      {edited === 'new' && <NewTagDrawer group={group} onClose={() => setEdited(null)} />}
      {edited && edited !== 'new' && <TagDrawer tag={edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

const COLORS = Object.entries(TAG_COLOR_WORDS).map(([value, label]) => ({
  value: value as TagColor,
  label,
}));

function GroupDrawer({ group, onClose }: { group: TagGroup | null; onClose: () => void }) {
  const initial = {
    name: group?.name ?? '',
    color: group?.color ?? 'leaf',
    oneOf: group?.oneOf ?? false,
    isNeed: group?.purpose === 'need',
  };
  return (
    <SaveDrawer
      title={group ? '修改分组' : '新建分组'}
      width={420}
      testId="tag-group"
      initial={initial}
      saving={useSaveTagGroup(group)}
      bodyOf={(_, { isNeed, ...all }) => ({
        ...all,
        purpose: isNeed ? ('need' as const) : ('free' as const),
      })}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="name" label="名称" rules={NAME_RULE}>
            <Input maxLength={20} placeholder="例如：护理需求" data-testid="tag-group-name" />
          </Form.Item>
          <Form.Item name="color" label="颜色">
            <Segmented options={COLORS} />
          </Form.Item>
          <Form.Item
            name="oneOf"
            valuePropName="checked"
            extra={group ? '建好后不能再改' : '例如“肤质”，一位顾客只有一种'}
          >
            <Checkbox disabled={group !== null}>一位顾客只能选一个</Checkbox>
          </Form.Item>
          <Form.Item
            name="isNeed"
            valuePropName="checked"
            extra="例如美白、抗衰、敏感肌。顾客列表可以按需求筛选，自动标签也能按需求打。"
          >
            <Checkbox data-testid="tag-group-need">这一组是护理需求</Checkbox>
          </Form.Item>
        </>
      )}
    </SaveDrawer>
  );
}

const TagName = () => (
  <Form.Item name="name" label="名称" rules={NAME_RULE}>
    <Input maxLength={20} autoFocus data-testid="tag-name" />
  </Form.Item>
);

function NewTagDrawer({ group, onClose }: { group: TagGroup; onClose: () => void }) {
  return (
    <SaveDrawer
      title={`加标签：${group.name}`}
      width={420}
      testId="tag"
      initial={{ name: '' }}
      saving={useAddTag(group.id)}
      bodyOf={({ name }) => ({ name })}
      onClose={onClose}
    >
      {() => <TagName />}
    </SaveDrawer>
  );
}

function TagDrawer({ tag, onClose }: { tag: ClientTag; onClose: () => void }) {
  const saving = useChangeTag(tag.id);
  const isActive = tag.state === 'active';
  const turn = () => saving.write({ state: isActive ? 'retired' : 'active' }, { done: onClose });
  return (
    <SaveDrawer
      title="修改标签"
      width={420}
      testId="tag"
      initial={{ name: tag.name }}
      saving={saving}
      bodyOf={({ name }) => ({ name })}
      onClose={onClose}
    >
      {() => (
        <>
          <TagName />
          <p className="note">停用后，已有这个标签的顾客保留它，但不能再选给别人。</p>
          <Button onClick={turn} loading={saving.isPending} data-testid="tag-turn">
            {isActive ? '停用' : '重新启用'}
          </Button>
        </>
      )}
    </SaveDrawer>
  );
}
