import { App, Modal } from 'antd';
import { useState } from 'react';
import type { TouchedVisit } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import type { useWrite } from '../../../shared/api/use-write';
import type { Trying } from '../api/qualifications';
import styles from '../month/month.module.css';
import { TouchedLine } from '../touched/touched-line';

/** A change that may touch visits: tried out, shown where it does, and then saved. */
export function useTouching<Body extends object>(
  writing: Pick<ReturnType<typeof useWrite<Body & Trying, TouchedVisit[]>>, 'write' | 'isPending'>,
  done: () => void,
) {
  const { message } = App.useApp();
  const [asked, setAsked] = useState<{ body: Body; touched: TouchedVisit[] } | null>(null);
  const refused = (cause: unknown) => {
    setAsked(null);
    void message.error(sentenceOf(cause));
  };
  const save = (body: Body, touched: readonly TouchedVisit[]) =>
    writing.write(
      { ...body, dryRun: false, seenVisits: touched.map(({ visit }) => visit.id) },
      {
        done: () => {
          setAsked(null);
          done();
        },
        refused,
      },
    );
  const change = (body: Body) =>
    writing.write(
      { ...body, dryRun: true, seenVisits: [] },
      {
        done: (touched) => (touched.length > 0 ? setAsked({ body, touched }) : save(body, [])),
        refused,
      },
    );
  const question = (
    <Modal
      open={asked !== null}
      title="保存前请看一下"
      okText="照常保存"
      cancelText="先不保存"
      confirmLoading={writing.isPending}
      onOk={() => asked && save(asked.body, asked.touched)}
      onCancel={() => setAsked(null)}
      width={640}
    >
      <p>
        这 {asked?.touched.length}{' '}
        个预约她不能再做。保存后预约原样保留，列在排班表上方，可以逐个换人、改时间或留着。
      </p>
      <ul className={`${styles.list} ${styles.short}`}>
        {asked?.touched.map((each) => (
          <TouchedLine key={each.visit.id} touched={each} />
        ))}
      </ul>
    </Modal>
  );
  return { change, question };
}
