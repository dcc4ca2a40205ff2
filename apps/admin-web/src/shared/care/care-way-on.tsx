import { Button } from 'antd';
import { useState } from 'react';
import type { CareOverrideWish } from '../api/contract';
import { useConsents } from '../consents/consents';
import { NoticeRows } from '../consents/notice-rows';
import { Loaded } from '../ui/states';
import { isContraindicated, refusalOf, unsignedServicesOf, type CareRefusal } from './care-api';
import styles from './care.module.css';
import { OverrideDrawer } from './override-drawer';

interface Refused {
  /** Why the write was refused; anything else shows nothing here. */
  error: unknown;
  clientId: string | null;
  isPending: boolean;
  /** Tries the same again, with two people's word for it. */
  onAgreed: (override: CareOverrideWish) => void;
}

/** The way on after a refusal for her health's sake: two people answer for it, or the notice is signed here. */
export function CareWayOn({ error, clientId, isPending, onAgreed }: Refused) {
  // Kept while the sheet is open: a wrong password must not make it vanish.
  const [asked, setAsked] = useState<CareRefusal | null>(null);
  const unsigned = unsignedServicesOf(error);
  return (
    <>
      {isContraindicated(error) && (
        <Button size="small" onClick={() => setAsked(refusalOf(error))} data-testid="care-override">
          请店长批准
        </Button>
      )}
      {clientId !== null && unsigned.length > 0 && (
        <Unsigned clientId={clientId} serviceIds={unsigned} />
      )}
      {asked && (
        <OverrideDrawer
          asked={asked}
          isPending={isPending}
          error={error}
          onClose={() => setAsked(null)}
          onAgreed={onAgreed}
        />
      )}
    </>
  );
}

function Unsigned({ clientId, serviceIds }: { clientId: string; serviceIds: readonly string[] }) {
  const sheet = useConsents(clientId, serviceIds);
  return (
    <Loaded query={sheet} rows={1}>
      {({ items }) => {
        const notices = items.filter(({ text }) => text.kind === 'notice');
        const isSigned = notices.every(({ stands }) => stands);
        return (
          <div className={styles.unsigned} data-testid="unsigned-notices">
            <NoticeRows clientId={clientId} notices={notices} />
            {isSigned && <p className="note">都签好了，请再点一次。</p>}
          </div>
        );
      }}
    </Loaded>
  );
}
