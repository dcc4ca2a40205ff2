import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import styles from './money.module.css';
import { useNarrow } from './use-width';

/** A form at the side that is saved as it stands. */
export function FormDrawer({
  title,
  width,
  isPending,
  onSave,
  onClose,
  testId,
  saveWord = '保存',
  leaveWord = '不保存',
  children,
}: {
  title: string;
  /** In pixels; a phone gives it all it has. */
  width: number;
  isPending: boolean;
  onSave: () => void;
  onClose: () => void;
  /** Of the button that saves. */
  testId: string;
  saveWord?: string;
  leaveWord?: string;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : width}
      title={title}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{leaveWord}</Button>
          <Button type="primary" loading={isPending} onClick={onSave} data-testid={testId}>
            {saveWord}
          </Button>
        </div>
      }
    >
      {children}
    </Drawer>
  );
}
