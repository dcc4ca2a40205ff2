import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { ShiftPlan, ShiftTemplate } from '../../../shared/api/contract';
import { clockLabel } from '../../../shared/format/time';
import { hoursLabel, patternsOf, shiftOf, type Pattern } from './plan';
import { ClosuresDrawer } from './closures-drawer';
import { TemplatesDrawer } from './templates-drawer';
import styles from './month.module.css';

/** A template to paint with, a day off, or nothing: then dragging only marks. */
export type Brush = ShiftTemplate | 'off' | null;

/** What can be laid over what is marked: a template, a pattern, a copied week. */
export function PlanTools({
  storeId,
  templates,
  brush,
  onBrush,
  hasMark,
  onPattern,
  onCopyWeek,
  today,
  closures,
}: {
  storeId: string;
  today: string;
  /** Of the month that is shown. */
  closures: ShiftPlan['closures'];
  /** Those in use. */
  templates: readonly ShiftTemplate[];
  brush: Brush;
  onBrush: (brush: Brush) => void;
  hasMark: boolean;
  onPattern: (pattern: Pattern) => void;
  onCopyWeek: () => void;
}) {
  const [opened, setOpened] = useState<'templates' | 'closures' | null>(null);
  const patterns = patternsOf(templates);
  const toggle = (next: Brush) => () => onBrush(next === brush ? null : next);
  return (
    <div className={styles.tools} role="group" aria-label="排班工具">
      {templates.map((template, at) => (
        <button
          key={template.id}
          type="button"
          className={styles.brush}
          aria-pressed={brush === template}
          title={`${hoursLabel(shiftOf(template))}，数字键 ${at + 1}`}
          onClick={toggle(template)}
          data-testid={`brush-${template.id}`}
        >
          {template.name}
          <span className="note tabular">{clockLabel(template.startMinute)}</span>
        </button>
      ))}
      <button
        type="button"
        className={styles.brush}
        aria-pressed={brush === 'off'}
        title="数字键 0"
        onClick={toggle('off')}
        data-testid="brush-off"
      >
        休
      </button>
      <Dropdown
        disabled={!hasMark || patterns.length === 0}
        menu={{
          items: patterns.map(({ name }) => ({ key: name, label: name })),
          onClick: ({ key }) => {
            const pattern = patterns.find(({ name }) => name === key);
            if (pattern) onPattern(pattern);
          },
          style: { maxHeight: 360, overflowY: 'auto' },
        }}
      >
        <Button data-testid="plan-pattern">套用规律</Button>
      </Dropdown>
      <Button disabled={!hasMark} onClick={onCopyWeek} data-testid="plan-copy-week">
        复制这周到下周
      </Button>
      <span className={styles.gap} />
      <Button onClick={() => setOpened('closures')} data-testid="plan-closures">
        休业日
      </Button>
      <Button onClick={() => setOpened('templates')} data-testid="plan-templates">
        班次设置
      </Button>
      {opened === 'templates' && (
        <TemplatesDrawer storeId={storeId} onClose={() => setOpened(null)} />
      )}
      {opened === 'closures' && (
        <ClosuresDrawer {...{ storeId, today, closures }} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
