import { App, Button } from 'antd';
import { useState } from 'react';
import type { ClientProfile, TagGroup } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useClientTags } from '../../../shared/requests/list-client-tags';
import { Notice } from '../../../shared/ui/amount';
import { FormDrawer } from '../../../shared/ui/form-drawer';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useSetTags } from './api/profile';
import styles from './file.module.css';

interface Props {
  clientId: string;
  profile: ClientProfile;
  onClose: () => void;
}

/** Tags of a client, group by group; what rules keep is shown and cannot be touched. */
export function TagsDrawer({ clientId, profile, onClose }: Props) {
  const groups = useClientTags();
  const { message } = App.useApp();
  const { write, error, isPending } = useSetTags(clientId);
  const [chosen, setChosen] = useState(() =>
    profile.tags.filter(({ keptBy }) => keptBy === 'hand').map(({ id }) => id),
  );
  const save = () =>
    write(chosen, {
      done: () => {
        void message.success('已保存');
        onClose();
      },
    });
  return (
    <FormDrawer
      title="选标签"
      width={420}
      isPending={isPending}
      onSave={save}
      onClose={onClose}
      testId="tags-save"
    >
      <Loaded query={groups} rows={6}>
        {({ items }) =>
          items.every(({ tags }) => tags.length === 0) ? (
            <Empty title="还没有标签" hint="店长可以在“设置 → 顾客标签”里添加。" />
          ) : (
            items.map((group) => (
              <Group key={group.id} group={group} chosen={chosen} onChoose={setChosen} />
            ))
          )
        }
      </Loaded>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
    </FormDrawer>
  );
}

function Group({
  group: { name, oneOf, tags },
  chosen,
  onChoose,
}: {
  group: TagGroup;
  chosen: string[];
  onChoose: (ids: string[]) => void;
}) {
  const shown = tags.filter(
    ({ id, state, keptBy }) => keptBy === 'hand' && (state === 'active' || chosen.includes(id)),
  );
  if (shown.length === 0) return null;
  const others = chosen.filter((id) => !oneOf || !tags.some((tag) => tag.id === id));
  return (
    <section className={styles.group}>
      <h3>
        {name} <span className="note">{oneOf ? '选一个' : '可多选'}</span>
      </h3>
      <div className={styles.tags}>
        {shown.map(({ id, name: word }) => {
          const isOn = chosen.includes(id);
          return (
            <Button
              key={id}
              size="small"
              shape="round"
              type={isOn ? 'primary' : 'default'}
              aria-pressed={isOn}
              onClick={() => onChoose(isOn ? chosen.filter((one) => one !== id) : [...others, id])}
              data-testid={`tag-${id}`}
            >
              {word}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
