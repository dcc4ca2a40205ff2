import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ClientFile, StaffAppointment } from '../../shared/api/contract';
import { priceLabel } from '../../shared/format/money';
import { dateOf, monthDayLabel, visitTimeLabel } from '../../shared/format/time';
import { genderWord, sourceWord } from '../../shared/format/words';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { Card, Facts, Page } from '../../shared/ui/page';
import { Phone } from '../../shared/ui/phone';
import { StateTag } from '../../shared/ui/state-tag';
import { Loaded } from '../../shared/ui/states';
import { useClientVisits } from './api/list-client-visits';
import { useClient } from './api/read-client';
import { birthdayLabel } from './birthday';
import { ClientFormDrawer } from './client-form-drawer';
import styles from './clients.module.css';
import { MarketingPanel } from './marketing-panel';
import { MemberPanel } from './member/member-panel';
import { PackagesPanel } from './packages/packages-panel';
import { WalletPanel } from './wallet/wallet-panel';

/** One client: who she is, what is coming and what was. */
export default function ClientPage() {
  const { id = '' } = useParams();
  const client = useClient(id);
  return (
    <Loaded query={client} rows={10}>
      {(file) => <File file={file} />}
    </Loaded>
  );
}

function File({ file }: { file: ClientFile }) {
  const { may } = useDesk();
  const { openBooking } = useCommands();
  const [isEditing, setEditing] = useState(false);
  return (
    <Page
      title={<span data-testid="client-name">{file.name}</span>}
      extra={
        <>
          {may('clients.write') && (
            <Button onClick={() => setEditing(true)} data-testid="client-edit">
              修改资料
            </Button>
          )}
          {may('appointments.book') && (
            <Button
              type="primary"
              onClick={() => openBooking({ customer: file })}
              data-testid="client-book"
            >
              新预约
            </Button>
          )}
        </>
      }
    >
      <Basics file={file} />
      {may('wallet.read') && <WalletPanel client={file} />}
      {may('wallet.read') && <MemberPanel client={file} />}
      {may('wallet.read') && <PackagesPanel client={file} />}
      <MarketingPanel clientId={file.id} />
      {may('appointments.read') && <AllVisits clientId={file.id} />}
      {isEditing && (
        <ClientFormDrawer
          client={file}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </Page>
  );
}

function AllVisits({ clientId }: { clientId: string }) {
  const visits = useClientVisits(clientId);
  return (
    <Loaded query={visits} rows={4}>
      {({ upcoming, past }) => (
        <>
          <Visits
            title="接下来"
            visits={upcoming}
            none="没有未完成的预约。"
            testId="client-upcoming"
          />
          <Visits title="以往" visits={past} none="还没有到店记录。" testId="client-past" />
        </>
      )}
    </Loaded>
  );
}

function Basics({ file }: { file: ClientFile }) {
  const { may } = useDesk();
  const facts = [
    {
      name: '电话',
      value: (
        <Phone
          clientId={file.id}
          masked={file.phoneMasked}
          mayReveal={may('clients.reveal-phone')}
        />
      ),
    },
    { name: '会员号', value: <span className="tabular">{file.memberNo}</span> },
    { name: '性别', value: genderWord(file.gender) },
    { name: '生日', value: birthdayLabel(file) ?? '未填' },
    { name: '来源', value: sourceWord(file.source) },
    {
      name: '建档',
      value: `${file.createdAt.slice(0, 4)}年${monthDayLabel(dateOf(file.createdAt))}`,
    },
  ];
  return (
    <Card title="基本资料">
      <Facts items={facts} />
      {file.note && <p className={styles.note}>{file.note}</p>}
    </Card>
  );
}

function Visits({
  title,
  visits,
  none,
  testId,
}: {
  title: string;
  visits: readonly StaffAppointment[];
  none: string;
  testId: string;
}) {
  const { openVisit } = useCommands();
  const { store } = useDesk();
  const today = useToday(store.id);
  return (
    <Card
      title={
        <>
          {title} <span className={styles.count}>{visits.length}</span>
        </>
      }
      flush
    >
      {visits.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul data-testid={testId} className={styles.visits}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <button type="button" className={styles.visit} onClick={() => openVisit(visit.id)}>
                <span className="tabular">{visitTimeLabel(visit.start, visit.end, today)}</span>
                <StateTag state={visit.state} />
                <span className={styles.what}>
                  {visit.items.map(({ serviceName }) => serviceName).join('、')}
                  <span className="note">
                    {[...new Set(visit.items.map(({ staffName }) => staffName ?? '未分配'))].join(
                      '、',
                    )}{' '}
                    · {visit.storeName}
                  </span>
                </span>
                <span className={`tabular ${styles.price}`}>{priceLabel(visit.priceFen)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
