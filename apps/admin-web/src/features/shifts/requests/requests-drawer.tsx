import { App, Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ShiftRequest, StoreShiftRequests } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { ReasonDrawer } from '../../../shared/ui/reason-drawer';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useCallOff, useRefuse, useShiftRequests } from '../api/shift-requests';
import styles from '../month/month.module.css';
import { ApproveButton } from './approve-button';
import { RequestLine } from './request-line';
import { whatWords, whenWords } from './request-words';

/** Opens what the store's people ask for, with how many wait; nothing for who does not plan. */
export function RequestsButton() {
  const { store, may } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const requests = useShiftRequests(store.id, may('shifts.write'));
  if (!may('shifts.write')) return null;
  const waiting = requests.data?.waiting.length ?? 0;
  return (
    <>
      <Badge count={waiting} size="small">
        <Button onClick={() => setOpen(true)} data-testid="shift-requests">
          请假与改班
        </Button>
      </Badge>
      {isOpen && <RequestsDrawer storeId={store.id} onClose={() => setOpen(false)} />}
    </>
  );
}

function RequestsDrawer({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  const narrow = useNarrow();
  const requests = useShiftRequests(storeId, true);
  return (
    <Drawer open onClose={onClose} title="请假与改班" size={narrow ? '100%' : 560}>
      <Loaded query={requests} rows={6}>
        {(data) => <Requests requests={data} />}
      </Loaded>
    </Drawer>
  );
}

function Requests({ requests: { waiting, settled } }: { requests: StoreShiftRequests }) {
  return (
    <>
      {waiting.length === 0 ? (
        <Empty title="没有待批的申请" hint="员工在「我的排班」里申请请假或改班，会出现在这里。" />
      ) : (
        <ul className={styles.list} data-testid="requests-waiting">
          {waiting.map((request) => (
            <RequestLine key={request.id} request={request} showsName>
              <Decide request={request} />
            </RequestLine>
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <>
          <h3 className={styles.after}>最近三个月</h3>
          <ul className={styles.list} data-testid="requests-settled">
            {settled.map((request) => (
              <RequestLine key={request.id} request={request} showsName>
                {mayEnd(request) && <CallOff request={request} />}
              </RequestLine>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const mayEnd = ({ kind, state, isAhead }: ShiftRequest): boolean =>
  kind === 'leave' && state === 'approved' && isAhead;

function Decide({ request }: { request: ShiftRequest }) {
  const { session } = useDesk();
  const { message } = App.useApp();
  const [isRefusing, setRefusing] = useState(false);
  const refusing = useRefuse(request.id);
  if (request.staffId === session.staff.id)
    return <span className="note">自己的申请，请另一位店长或老板批</span>;
  return (
    <>
      <Button onClick={() => setRefusing(true)} data-testid={`refuse-${request.id}`}>
        不批准
      </Button>
      <ApproveButton request={request} />
      {isRefusing && (
        <ReasonDrawer
          title="不批准这条申请"
          testId="refuse-request"
          items={itemsOf(request)}
          notice={null}
          placeholder="例如：那天已有两位请假"
          confirmWord="不批准"
          onConfirm={(reason) =>
            refusing.write({ reason }, { done: () => void message.success('已告诉她') })
          }
          onClose={() => setRefusing(false)}
          sheet={refusing}
        />
      )}
    </>
  );
}

function CallOff({ request }: { request: ShiftRequest }) {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const ending = useCallOff(request.id);
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid={`call-off-${request.id}`}>
        销假
      </Button>
      {isOpen && (
        <ReasonDrawer
          title="销假"
          testId="call-off"
          items={itemsOf(request)}
          notice={<p className="note">销假后，她在班的时间马上可以预约。</p>}
          placeholder="例如：提前回来上班"
          confirmWord="销假"
          onConfirm={(reason) =>
            ending.write({ reason }, { done: () => void message.success('已销假') })
          }
          onClose={() => setOpen(false)}
          sheet={ending}
        />
      )}
    </>
  );
}

const itemsOf = (request: ShiftRequest) => [
  { name: '谁', value: request.staffName },
  { name: '申请', value: whatWords(request) },
  { name: '时间', value: whenWords(request) },
];
