import { Button } from 'antd';
import { useState } from 'react';
import { useDesk } from '../../shared/session/desk';
import { BookingStanding } from '../../shared/ui/booking-standing';
import { ClientSearch } from '../../shared/ui/client-search';
import styles from './booking.module.css';
import type { BookingForm } from './draft';
import { NewClientForm } from './new-client-form';

/** Who comes: found by the one box, or a new file made on the spot. */
export function ClientStep({
  client,
  onClient,
}: {
  client: BookingForm['client'];
  onClient: (client: BookingForm['client']) => void;
}) {
  const { may, store } = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.field}>
      <span className={styles.label}>顾客</span>
      {client ? (
        <>
          <div className={styles.client} data-testid="booking-client">
            <span>
              <strong>{client.name}</strong>{' '}
              <span className="note tabular">{client.phoneMasked ?? '未留电话'}</span>
            </span>
            <Button type="link" size="small" onClick={() => onClient(null)}>
              换一位
            </Button>
          </div>
          <BookingStanding clientId={client.id} storeId={store.id} />
        </>
      ) : typed !== null ? (
        <NewClientForm
          typed={typed}
          onBack={() => setTyped(null)}
          onCreated={(created) => {
            setTyped(null);
            onClient(created);
          }}
        />
      ) : (
        <ClientSearch
          autoFocus
          onPick={onClient}
          testId="booking-client-search"
          footer={(text) =>
            may('clients.write') && (
              <Button
                type="link"
                block
                onClick={() => setTyped(text)}
                data-testid="booking-new-client"
              >
                新建顾客「{text}」
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
