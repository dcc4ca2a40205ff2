import { Button, Form, Input, Segmented, Select } from 'antd';
import type { TagOfRule } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useClientTags } from '../../shared/requests/list-client-tags';
import { Notice } from '../../shared/ui/amount';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useDebounced } from '../../shared/ui/use-debounced';
import { useCountByRule, useSaveTagRule } from './api/tag-rules';
import { TagRuleFields } from './tag-rule-fields';
import { ruleFieldsOf, ruleOf, type RuleFields } from './tag-rule-form';

const STILL_MS = 400;

interface Fields extends RuleFields {
  groupId: string | undefined;
  name: string;
  state: TagOfRule['state'];
}

/** A tag that follows a rule: what it is called, whom it is put on, and how many that are today. */
export function TagRuleDrawer({ tag, onClose }: { tag: TagOfRule | null; onClose: () => void }) {
  const groups = useClientTags();
  const places = (groups.data?.items ?? [])
    .filter(({ oneOf }) => !oneOf)
    .map(({ id, name }) => ({ value: id, label: name }));
  const initial: Fields = {
    ...{ groupId: tag?.groupId, name: tag?.name ?? '', state: tag?.state ?? 'active' },
    ...ruleFieldsOf(tag?.rule ?? {}),
  };
  return (
    <SaveDrawer<Fields, Parameters<ReturnType<typeof useSaveTagRule>['write']>[0]>
      title={tag ? '修改自动标签' : '新建自动标签'}
      width={520}
      testId="tag-rule"
      initial={initial}
      saving={useSaveTagRule(tag)}
      bodyOf={(_, all) => ({
        ...{ groupId: all.groupId ?? '', name: all.name.trim(), state: all.state },
        rule: ruleOf(all) ?? {},
      })}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <Form.Item
            name="name"
            label="名称"
            rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
          >
            <Input
              maxLength={20}
              placeholder="例如：三个月没来的老客"
              data-testid="tag-rule-name"
            />
          </Form.Item>
          {tag === null && (
            <Form.Item
              name="groupId"
              label="放在哪个分组"
              extra="每人只选一个的分组里不能放自动标签"
              rules={[{ required: true, message: '请选一个分组' }]}
            >
              <Select options={places} data-testid="tag-rule-group" />
            </Form.Item>
          )}
          <TagRuleFields fields={fields} />
          <Count fields={fields} />
          {tag && (
            <Form.Item name="state" label="状态" extra="停用后会从所有顾客身上取下">
              <Segmented
                options={[
                  { value: 'active', label: '使用中' },
                  { value: 'retired', label: '停用' },
                ]}
              />
            </Form.Item>
          )}
        </>
      )}
    </SaveDrawer>
  );
}

/** How many clients the rule means today, as it is typed. */
function Count({ fields }: { fields: RuleFields }) {
  const rule = useDebounced(ruleOf(fields), STILL_MS);
  const count = useCountByRule(rule);
  if (rule === undefined)
    return (
      <Notice tone="quiet" testId="rule-count">
        {fields.kinds.length === 0
          ? '先加一个条件，这里会显示有多少位顾客符合。'
          : '把条件填完，这里会显示有多少位顾客符合。'}
      </Notice>
    );
  if (count.error)
    return (
      <Notice testId="rule-count">
        没能算出人数：{sentenceOf(count.error)}{' '}
        <Button type="link" size="small" onClick={() => void count.refetch()}>
          重试
        </Button>
      </Notice>
    );
  return (
    <Notice tone="leaf" testId="rule-count">
      {count.data === undefined
        ? '正在数人数…'
        : `今天有${count.data.exact ? '' : '大约'} ${count.data.clients.toLocaleString('zh-CN')} 位顾客符合。`}
      {count.data?.exact === false && ' 顾客很多时按抽样估算，打标签时逐一核对。'}
    </Notice>
  );
}
