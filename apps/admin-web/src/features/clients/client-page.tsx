import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ClientOverview, ProfileNames } from '../../shared/api/contract';
import { PlanPanel } from '../../shared/care/plan/plan-panel';
import { dateOf, dayLabel } from '../../shared/format/time';
import { genderWord, sourceWord } from '../../shared/format/words';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { Card, Facts, Page } from '../../shared/ui/page';
import { Phone } from '../../shared/ui/phone';
import { Loaded } from '../../shared/ui/states';
import { useClient } from './api/read-client';
import { useClientPage } from './api/read-client-page';
import { AssessmentsPanel } from './assessments/assessments-panel';
import { FormulasPanel } from './assessments/formulas-panel';
import { birthdayLabel } from '../../shared/format/birthday';
import { TreatmentsPanel } from './care/treatments-panel';
import { ClientFormDrawer } from './client-form-drawer';
import { EffectCard } from './effect/effect-card';
import { FilePanel } from './file/file-panel';
import { HealthCard } from './health/health-card';
import { ConsentsPanel } from './consents/consents-panel';
import { MarketingPanel } from './marketing-panel';
import { MemberPanel } from './member/member-panel';
import { Alerts } from './overview/alerts';
import { Glance } from './overview/glance';
import { LastTreatmentCard } from './overview/last-treatment-card';
import overview from './overview/overview.module.css';
import { StandingCard } from './overview/standing';
import { TimeLine } from './overview/time-line';
import { VisitLines } from './overview/visit-lines';
import { QuestionnairesPanel } from './questionnaires/questionnaires-panel';
import { PackagesPanel } from './packages/packages-panel';
import { WalletPanel } from './wallet/wallet-panel';

/** One client on one page: what to mind first, then money, care, and everything that happened. */
export default function ClientPage() {
  const { id = '' } = useParams();
  const page = useClientPage(id);
  return (
    <Loaded query={page} rows={10}>
      {(names) => <Opened key={id} id={id} names={names} />}
    </Loaded>
  );
}

/** The page once it is there: its parts are read again by themselves when something changes. */
function Opened({ id, names }: { id: string; names: ProfileNames }) {
  const client = useClient(id);
  return (
    <Loaded query={client} rows={10}>
      {(file) => <File file={file} names={names} />}
    </Loaded>
  );
}

function File({ file, names }: { file: ClientOverview; names: ProfileNames }) {
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
      <Alerts alerts={file.alerts} />
      <div className={overview.columns}>
        <div className={overview.column}>
          <Glance client={file} />
          {file.lastTreatment && <LastTreatmentCard last={file.lastTreatment} />}
          {may('wallet.read') && <WalletPanel client={file} />}
          {may('wallet.read') && <MemberPanel client={file} />}
          {may('wallet.read') && <PackagesPanel client={file} />}
          {may('health.read') && <PlanPanel clientId={file.id} />}
          {may('health.read') && <EffectCard clientId={file.id} />}
          {may('health.read') && <AssessmentsPanel clientId={file.id} />}
          {may('health.read') && <FormulasPanel clientId={file.id} />}
          {may('health.read') && <TreatmentsPanel clientId={file.id} />}
          <TimeLine clientId={file.id} />
        </div>
        <div className={overview.column}>
          {may('care.check') && <HealthCard clientId={file.id} />}
          <Basics file={file} />
          <FilePanel file={file} names={names} />
          {file.standing && <StandingCard standing={file.standing} />}
          {file.visits && <Visits visits={file.visits} />}
          <ConsentsPanel clientId={file.id} />
          <QuestionnairesPanel clientId={file.id} />
          <MarketingPanel clientId={file.id} />
        </div>
      </div>
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

function Basics({ file }: { file: ClientOverview }) {
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
      value: dayLabel(dateOf(file.createdAt)),
    },
  ];
  return (
    <Card title="基本资料">
      <Facts items={facts} />
    </Card>
  );
}

function Visits({ visits }: { visits: NonNullable<ClientOverview['visits']> }) {
  return (
    <>
      <VisitLines
        title="接下来"
        visits={visits.upcoming}
        none="没有未完成的预约。"
        testId="client-upcoming"
      />
      <VisitLines
        title="最近到店"
        visits={visits.past}
        none="还没有到店记录。"
        testId="client-past"
      />
    </>
  );
}
