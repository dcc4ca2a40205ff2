import { App, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type {
  ContractText,
  ContractTextDraft,
  ContractTextKind,
  ContractTexts,
} from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice, ToneTag } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useContractTexts } from './api/list-contract-texts';
import { usePublishContractText } from './api/publish-contract-text';
import styles from './settings.module.css';

interface KindWords {
  readonly name: string;
  readonly signedWhen: string;
  readonly without: string;
}

const KINDS: Readonly<Record<ContractTextKind, KindWords>> = {
  stored_value: {
    name: '储值协议',
    signedWhen: '充值',
    without: '没有协议就不能卖储值，请先写好。',
  },
  package: { name: '卡项协议', signedWhen: '购卡', without: '没有协议就不能开卡，请先写好。' },
};
const KIND_OPTIONS = (Object.keys(KINDS) as ContractTextKind[]).map((value) => ({
  ...{ value, label: KINDS[value].name },
}));

/** The words that clients agree to, version by version; the latest is in force. */
export default function ContractPage() {
  const [kind, setKind] = useState<ContractTextKind>('stored_value');
  const { name, signedWhen, without } = KINDS[kind];
  const texts = useContractTexts(kind);
  const { may } = useDesk();
  const [isWriting, setWriting] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <Segmented
          options={KIND_OPTIONS}
          value={kind}
          onChange={setKind}
          data-testid="contract-kind"
        />
        {may('membership.rules') && (
          <Button
            type="primary"
            disabled={!texts.data}
            onClick={() => setWriting(true)}
            data-testid="contract-new"
          >
            写新版本
          </Button>
        )}
      </div>
      <p className="note">顾客{signedWhen}时签的就是现行版本；已经签过的保留当时的文字。</p>
      <Loaded query={texts} rows={10}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty title={`还没有${name}`} hint={without} />
            </Card>
          ) : (
            items.map((text, at) => <Version key={text.id} text={text} isInForce={at === 0} />)
          )
        }
      </Loaded>
      {isWriting && texts.data && (
        <PublishDrawer kind={kind} texts={texts.data} onClose={() => setWriting(false)} />
      )}
    </>
  );
}

function Version({ text, isInForce }: { text: ContractText; isInForce: boolean }) {
  const words = <p className={styles.body}>{text.body}</p>;
  return (
    <Card
      title={
        <span className={styles.ticketHead}>
          {text.title}
          <ToneTag tone={isInForce ? 'leaf' : 'quiet'}>
            {isInForce ? `第 ${text.version} 版，现行` : `第 ${text.version} 版`}
          </ToneTag>
        </span>
      }
      extra={<span className="note tabular">{momentLabel(text.createdAt)}</span>}
    >
      {isInForce ? (
        words
      ) : (
        <details>
          <summary className={styles.more}>看全文</summary>
          {words}
        </details>
      )}
    </Card>
  );
}

function PublishDrawer({
  kind,
  texts,
  onClose,
}: {
  kind: ContractTextKind;
  texts: ContractTexts;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ContractTextDraft>();
  const [draft, setDraft] = useState<ContractTextDraft | null>(null);
  const { write, error, isPending, reset } = usePublishContractText();
  const latest = texts.items[0];
  const confirm = () =>
    draft &&
    write(
      { ...draft, kind },
      {
        done: () => {
          void message.success('新版本已生效');
          onClose();
        },
        refused: (cause) => {
          if (showFieldErrors(form, cause)) setDraft(null);
        },
      },
    );
  return (
    <WriteDrawer
      title={`写新版本的${KINDS[kind].name}`}
      testId="contract-text"
      onClose={onClose}
      review={
        draft && (
          <>
            <Review items={[{ name: '标题', value: draft.title }]} />
            <p className={styles.body}>{draft.body}</p>
            <Notice>
              生效后，之后的{KINDS[kind].signedWhen}都签这一版，不能撤回，只能再写新版本。
            </Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setDraft(null);
      }}
      onConfirm={confirm}
      confirmWord="确认生效"
      isPending={isPending}
      error={error}
    >
      <Form<ContractTextDraft>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={setDraft}
        initialValues={{ title: latest?.title ?? '', body: latest?.body ?? '' }}
      >
        <Form.Item
          name="title"
          label="标题"
          rules={[{ required: true, min: 2, whitespace: true, message: '请填写标题' }]}
        >
          <Input maxLength={60} data-testid="contract-title" />
        </Form.Item>
        <Form.Item
          name="body"
          label="全文"
          rules={[{ required: true, min: 20, whitespace: true, message: '请写完整的协议' }]}
        >
          <Input.TextArea
            maxLength={20_000}
            autoSize={{ minRows: 12, maxRows: 24 }}
            data-testid="contract-body"
          />
        </Form.Item>
      </Form>
      <p className="note">可以用的空格，签署时自动填上：</p>
      <dl className={styles.blanks}>
        {texts.blanks.map(({ name, meaning }) => (
          <div key={name}>
            <dt>{`{${name}}`}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </WriteDrawer>
  );
}
