import { useParams } from 'react-router';
import { Link } from 'react-router';
import type { Bill } from '../../shared/api/contract';
import { ToneTag } from '../../shared/ui/amount';
import { Page } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useBill } from './api/bills';
import { BillDesk } from './bill-desk';
import { Receipt } from './receipt';
import { STATE_TONES, STATE_WORDS } from './words';
import styles from './till.module.css';

/** One bill: written and paid while it is open, a receipt afterwards. */
export default function BillPage() {
  const { billId = '' } = useParams();
  const bill = useBill(billId);
  return (
    <Page title={bill.data ? <Title bill={bill.data} /> : '账单'}>
      <Loaded query={bill} rows={8}>
        {(data) => (
          <div data-testid="bill" data-state={data.state}>
            {data.state === 'open' ? (
              <BillDesk key={data.id} bill={data} />
            ) : (
              <Receipt bill={data} />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Title({ bill }: { bill: Bill }) {
  return (
    <span className={styles.title}>
      {bill.clientId ? (
        <Link to={`/clients/${bill.clientId}`}>{bill.clientName}</Link>
      ) : (
        <span>散客</span>
      )}
      <span className="note tabular">
        {bill.date} · {bill.no} 号单
      </span>
      <ToneTag tone={STATE_TONES[bill.state]}>{STATE_WORDS[bill.state]}</ToneTag>
    </span>
  );
}
