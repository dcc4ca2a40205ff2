import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ShiftTemplate } from '../../../shared/api/contract';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useShiftTemplates } from '../api/shift-templates';
import { hoursLabel, shiftOf } from './plan';
import { TemplateDrawer } from './template-drawer';
import styles from './month.module.css';

/** The store's templates, and the way to make and change them. */
export function TemplatesDrawer({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const narrow = useNarrow();
  const templates = useShiftTemplates(storeId);
  const [opened, setOpened] = useState<ShiftTemplate | 'new' | null>(null);
  return (
    <Drawer open onClose={onClose} title="班次设置" size={narrow ? '100%' : 460}>
      <Button onClick={() => setOpened('new')} data-testid="template-new">
        新建班次
      </Button>
      <Loaded query={templates} rows={4}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="还没有班次" hint="先起几个名字，例如早班、晚班，排班时点一下就好。" />
          ) : (
            <ul className={styles.list} data-testid="templates">
              {items.map((template) => (
                <li key={template.id} className={styles.line}>
                  <span className={styles.what}>
                    <span>
                      {template.name}
                      {template.state === 'retired' && <span className="note"> 已停用</span>}
                    </span>
                    <span className="note tabular">
                      {hoursLabel(shiftOf(template))}
                      {template.breaks.length > 0 && `，休息 ${template.breaks.length} 次`}
                    </span>
                  </span>
                  <Button onClick={() => setOpened(template)}>修改</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {opened && (
        <TemplateDrawer
          storeId={storeId}
          template={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Drawer>
  );
}
