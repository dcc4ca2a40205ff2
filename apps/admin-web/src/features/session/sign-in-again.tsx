import { Button, Modal } from 'antd';
import type { Session } from '../../shared/api/contract';
import styles from './login-page.module.css';
import { SignInForm } from './sign-in-form';

/** Covers the page until its person has signed in again; nothing of it can be read meanwhile. */
export function SignInAgain({
  name,
  onSignedIn,
  onLeave,
}: {
  name: string;
  onSignedIn: (session: Session) => void;
  onLeave: () => void;
}) {
  return (
    <Modal
      open
      title="请重新登录"
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      width={420}
      zIndex={1200}
      rootClassName={styles.cover}
    >
      <div data-testid="sign-in-again">
        <p className={styles.notice} role="status">
          登录已过期。{name}重新登录后，刚才填的内容还在。
        </p>
        <SignInForm onSignedIn={onSignedIn} />
        <Button type="text" block onClick={onLeave} className={styles.leave}>
          不是{name}，退出
        </Button>
      </div>
    </Modal>
  );
}
