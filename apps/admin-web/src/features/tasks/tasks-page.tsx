import { App, Button } from 'antd';
import type { DeadJob } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { momentLabel } from '../../shared/format/time';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useDeadJobs } from './api/list-dead-jobs';
import { useRetryJob } from './api/retry-job';
import styles from './tasks.module.css';

/** What the system could not do by itself, for somebody to look at and try again. */
export default function TasksPage() {
  const jobs = useDeadJobs();
  return (
    <Page
      title="系统任务"
      extra={
        <Button onClick={() => void jobs.refetch()} loading={jobs.isFetching}>
          刷新
        </Button>
      }
    >
      <p className="note">
        系统在后台发送通知、整理数据。下面是多次重试仍没有成功的，问题解决后可以再执行一次。
      </p>
      <Card flush>
        <Loaded query={jobs} rows={5}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="一切正常" hint="没有需要处理的系统任务。" />
            ) : (
              <ul className={styles.list}>
                {items.map((job) => (
                  <JobRow key={job.id} job={job} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}

function JobRow({ job }: { job: DeadJob }) {
  const { message } = App.useApp();
  const retry = useRetryJob();
  return (
    <li className={styles.row} data-testid={`job-${job.id}`}>
      <div className={styles.what}>
        <strong>{queueWord(job.queue)}</strong>
        <span className="note tabular">
          编号 {job.id} · {momentLabel(job.runAt)} · 试过 {job.attempts} 次
        </span>
        {job.lastError && (
          <details>
            <summary className="note">技术细节（供技术支持查看）</summary>
            <code className={styles.detail}>
              {job.queue}：{job.lastError}
            </code>
          </details>
        )}
      </div>
      <Button
        loading={retry.isPending}
        onClick={() =>
          retry.mutate(job.id, {
            onSuccess: () => void message.success('已重新排队'),
            onError: (error) => void message.error(sentenceOf(error)),
          })
        }
        data-testid={`job-retry-${job.id}`}
      >
        再执行一次
      </Button>
    </li>
  );
}

const QUEUES: readonly [RegExp, string][] = [
  [/message|notif|subscribe|wechat/i, '发送通知'],
  [/sms/i, '发送短信'],
  [/event|outbox/i, '传递业务消息'],
  [/prune|clean|sweep/i, '整理数据'],
];

/** What a queue does, in the words of the shop. */
const queueWord = (queue: string) => QUEUES.find(([name]) => name.test(queue))?.[1] ?? '后台任务';
