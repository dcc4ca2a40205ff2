import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ShiftRequest, TouchedVisit } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useApprove, useTryApproval } from '../api/shift-requests';
import styles from '../month/month.module.css';
import { TouchedLine } from '../touched/touched-line';
import { whatWords, whenWords } from './request-words';

/** Agrees to a request; where visits would be touched, they are shown first. */
export function ApproveButton({ request }: { request: ShiftRequest }) {
  const { message } = App.useApp();
  const trial = useTryApproval(request.id);
  const approving = useApprove(request.id);
  const [touched, setTouched] = useState<TouchedVisit[]>([]);
  const refused = (cause: unknown) => {
    setTouched([]);
    void message.error(sentenceOf(cause));
  };
  const save = (seen: readonly TouchedVisit[]) =>
    approving.write(
      { dryRun: false, seenVisits: seen.map(({ visit }) => visit.id) },
      { done: () => void message.success('已批准'), refused },
    );
  const look = () =>
    trial.write(
      { dryRun: true, seenVisits: [] },
      {
        done: (would) => (would.touched.length > 0 ? setTouched(would.touched) : save([])),
        refused,
      },
    );
  return (
    <>
      <Button
        type="primary"
        loading={trial.isPending || approving.isPending}
        onClick={look}
        data-testid={`approve-${request.id}`}
      >
        批准
      </Button>
      <Modal
        open={touched.length > 0}
        title={`${request.staffName} ${whatWords(request)}`}
        okText="照常批准"
        cancelText="先不批"
        confirmLoading={approving.isPending}
        onOk={() => save(touched)}
        onCancel={() => setTouched([])}
        okButtonProps={{ 'data-testid': 'approve-anyway' }}
        width={640}
      >
        <p>
          {whenWords(request)}她有 {touched.length}{' '}
          个预约。批准后预约原样保留，列在排班表上方，可以逐个换人、改时间或留着加班做。
        </p>
        <ul className={`${styles.list} ${styles.short}`} data-testid="approve-touched">
          {touched.map((each) => (
            <TouchedLine key={each.visit.id} touched={each} />
          ))}
        </ul>
      </Modal>
    </>
  );
}
