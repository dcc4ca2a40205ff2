import { App, Button, Progress } from 'antd';
import type { FileStanding } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { useCheckContact } from './api/file-care';
import { missingWords } from '../../../shared/format/file-words';
import styles from './file.module.css';

/** Why somebody should make sure how a client is reached. */
export const dueWords = ({
  contactDue,
  contactCheckedOn,
}: Pick<FileStanding, 'contactDue' | 'contactCheckedOn'>): string =>
  contactDue === 'changed'
    ? '换了常用手机号，还没有人核对过。'
    : `联系方式上次核对是 ${contactCheckedOn ?? ''}，该再问一次了。`;

/** How much of a file is there, what is missing, and whether her contact data is to be looked at. */
export function StandingLines({
  clientId,
  standing,
}: {
  clientId: string;
  standing: FileStanding;
}) {
  const { completeness, missing, contactDue } = standing;
  return (
    <div className={styles.standing}>
      <div data-testid="file-completeness" data-percent={completeness}>
        <span className={styles.percent}>
          <span>档案完整度</span>
          <Progress
            percent={completeness}
            size="small"
            status="normal"
            aria-label={`档案完整度 ${completeness}%`}
          />
        </span>
        {missing.length > 0 && <span className="note">还差：{missingWords(missing)}</span>}
      </div>
      {contactDue && (
        <Notice testId="contact-due">
          <span className={styles.due}>
            {dueWords(standing)}
            <CheckedButton clientId={clientId} />
          </span>
        </Notice>
      )}
    </div>
  );
}

/** One tap for whoever just asked her. */
export function CheckedButton({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = useCheckContact(clientId);
  if (!may('clients.write')) return null;
  const check = () =>
    write(null, {
      done: () => void message.success('已记下，联系方式已核对'),
      refused: (cause) => void message.error(sentenceOf(cause)),
    });
  return (
    <Button
      size="small"
      loading={isPending}
      onClick={check}
      data-testid={`contact-checked-${clientId}`}
    >
      已核对
    </Button>
  );
}
