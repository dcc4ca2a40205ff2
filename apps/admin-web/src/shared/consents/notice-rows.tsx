import { Button } from 'antd';
import { useState } from 'react';
import type { ConsentStanding } from '../api/contract';
import { useDesk } from '../session/desk';
import { ToneTag } from '../ui/amount';
import { standTag } from './consent-words';
import styles from './consents.module.css';
import { GiveDrawer } from './give-drawer';

/** Risk notices, each signed or with the way to sign it here. */
export function NoticeRows({
  clientId,
  notices,
}: {
  clientId: string;
  notices: readonly ConsentStanding[];
}) {
  const { may } = useDesk();
  const [signing, setSigning] = useState<ConsentStanding | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {notices.map((item) => (
          <li key={item.text.id}>
            <span className={styles.name}>
              {item.text.title}
              <span className="note">{item.text.serviceName}</span>
            </span>
            <ToneTag tone={standTag(item).tone}>{standTag(item).word}</ToneTag>
            {!item.stands && may('consents.record') ? (
              <Button
                size="small"
                onClick={() => setSigning(item)}
                data-testid={`notice-sign-${item.text.serviceId}`}
              >
                在这里签
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {signing && (
        <GiveDrawer clientId={clientId} standing={signing} onClose={() => setSigning(null)} />
      )}
    </>
  );
}
