import { ASSESSMENT_NAMES } from '@yance/shared-types';
import { App, Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AssessmentForm } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { Notice } from '../../shared/ui/amount';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { usePublishForm } from './forms-api';
import styles from './forms.module.css';
import { freshKey } from '../../shared/format/fresh-key';
import { withOptions } from './form-words';

/** A form as it shall be; publishing makes a version of its own, and what was written by older ones stays readable. */
export function FormEditor({ form, onClose }: { form: AssessmentForm; onClose: () => void }) {
  const { message } = App.useApp();
  const [wish, setWish] = useState(form);
  const { write, error, isPending } = usePublishForm();
  const change = (part: Partial<AssessmentForm>) => setWish((before) => ({ ...before, ...part }));
  const save = () =>
    write(wish, {
      done: ({ version }) => {
        void message.success(`已发布第 ${version} 版，以前的评估不变`);
        onClose();
      },
    });
  const named = () => ({ key: freshKey(), name: '' });
  return (
    <FormDrawer
      title={`修改评估表 · ${ASSESSMENT_NAMES[form.kind]}`}
      width={640}
      isPending={isPending}
      onSave={save}
      onClose={onClose}
      testId="form-publish"
    >
      <div className={styles.cards} data-testid="form-editor">
        <Notice tone="quiet">改名称不影响以前的分数；去掉的一项，以前填过的仍然看得到。</Notice>
        <Lines
          title="评分（0 到 100，越高越好）"
          word="加一项评分"
          lines={wish.scores}
          fresh={named}
          onChange={(scores) => change({ scores })}
        />
        <Lines
          title="问题"
          word="加一种问题"
          lines={wish.problems}
          fresh={named}
          onChange={(problems) => change({ problems })}
        />
        <Lines
          title="基本情况"
          word="加一项选择"
          lines={wish.choices}
          fresh={() => ({ ...named(), options: [] })}
          onChange={(choices) => change({ choices })}
        >
          {(line, put) => (
            <Select
              mode="tags"
              open={false}
              className={styles.grow}
              value={line.options.map(({ name }) => name)}
              onChange={(names: string[]) => put({ options: withOptions(line.options, names) })}
              maxCount={20}
              placeholder="选项，回车分开"
              aria-label="选项"
            />
          )}
        </Lines>
        <Lines
          title="仪器读数"
          word="加一种读数"
          lines={wish.readings}
          fresh={() => ({ ...named(), unit: '', device: '' })}
          onChange={(readings) => change({ readings })}
        >
          {(line, put) => (
            <>
              <Input
                className={styles.unit}
                value={line.unit}
                onChange={({ target }) => put({ unit: target.value })}
                maxLength={10}
                placeholder="单位"
                aria-label="单位"
              />
              <Input
                className={styles.grow}
                value={line.device}
                onChange={({ target }) => put({ device: target.value })}
                maxLength={20}
                placeholder="仪器"
                aria-label="仪器"
              />
            </>
          )}
        </Lines>
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </div>
    </FormDrawer>
  );
}

function Lines<Line extends { key: string; name: string }>({
  title,
  word,
  lines,
  fresh,
  onChange,
  children,
}: {
  title: string;
  word: string;
  lines: readonly Line[];
  fresh: () => Line;
  onChange: (lines: Line[]) => void;
  children?: (line: Line, put: (part: Partial<Line>) => void) => ReactNode;
}) {
  const put = (key: string, part: Partial<Line>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {lines.map((line) => (
        <div key={line.key} className={styles.line}>
          <Input
            className={styles.name}
            value={line.name}
            onChange={({ target }) => put(line.key, { name: target.value } as Partial<Line>)}
            maxLength={20}
            placeholder="名称"
            aria-label="名称"
          />
          {children?.(line, (part) => put(line.key, part))}
          <Button
            type="text"
            size="small"
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            去掉
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...lines, fresh()])}>
          {word}
        </Button>
      </div>
    </section>
  );
}
