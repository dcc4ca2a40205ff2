import { Modal } from 'antd';
import type { Section } from './sections';
import styles from './shell.module.css';

/** The keys, for who would rather not reach for the mouse. */
export function HelpSheet({
  open,
  onClose,
  sections,
}: {
  open: boolean;
  onClose: () => void;
  sections: readonly Section[];
}) {
  const rows = [
    { keys: '/', what: '搜索顾客' },
    { keys: 'n', what: '新预约' },
    ...sections.map(({ keys, name }) => ({ keys, what: `前往「${name}」` })),
    { keys: '[ ]', what: '今日：前一天、后一天' },
    { keys: '?', what: '打开这份帮助' },
    { keys: 'Esc', what: '关闭弹层，放弃拖动' },
  ];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="快捷键" width={420}>
      <dl className={styles.keys} data-testid="help-sheet">
        {rows.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
