import { App, Button, Form, Input, Popconfirm, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { ConsentText, ConsentTextDraft, ConsentTextKind } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { CONSENT_NAMES } from '../../shared/consents/consent-words';
import { momentLabel } from '../../shared/format/time';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { Notice, ToneTag } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useConsentTexts, usePublishConsentText } from './api/consent-texts';
import styles from './settings.module.css';

const KINDS = (Object.keys(CONSENT_NAMES) as ConsentTextKind[]).map((value) => ({
  ...{ value, label: CONSENT_NAMES[value] },
}));

/** What is written anew: a consent, or the notice of a service; with the version that it starts from. */
interface Writing {
  readonly kind: ConsentTextKind;
  readonly from: ConsentText | undefined;
}

/** The words of consents and risk notices, version by version; the latest is in force. */
export default function ConsentTextsPage() {
  const [kind, setKind] = useState<ConsentTextKind>('health');
  const texts = useConsentTexts(kind);
  const { may } = useDesk();
  const [writing, setWriting] = useState<Writing | null>(null);
  const isNotice = kind === 'notice';
  return (
    <>
      <div className={styles.head}>
        <Segmented options={KINDS} value={kind} onChange={setKind} data-testid="consent-kind" />
        {may('consents.write') && (
          <Button
            type="primary"
            disabled={!texts.data}
            onClick={() => setWriting({ kind, from: isNotice ? undefined : texts.data?.[0] })}
            data-testid="consent-text-new"
          >
            {isNotice ? '为项目写告知书' : '写新版本'}
          </Button>
        )}
      </div>
      <p className="note">
        {isNotice
          ? '有告知书的项目，顾客签过现行版本才能开始服务。'
          : '顾客单独同意、随时可以撤回；已经签过的保留当时的文字。'}
      </p>
      <Loaded query={texts} rows={10}>
        {(items) =>
          items.length === 0 ? (
            <Card>
              <Empty title="还没有告知书" hint="有风险的项目，例如果酸、仪器、染烫，建议写一份。" />
            </Card>
          ) : (
            items.map((text, at) => (
              <Version
                key={text.id}
                text={text}
                isInForce={isNotice ? text.required : at === 0}
                onEdit={isNotice ? () => setWriting({ kind, from: text }) : undefined}
              />
            ))
          )
        }
      </Loaded>
      {writing && <PublishDrawer {...writing} onClose={() => setWriting(null)} />}
    </>
  );
}

function Version({
  text,
  isInForce,
  onEdit,
}: {
  text: ConsentText;
  isInForce: boolean;
  /** Of a notice, whose earlier versions are not on this page. */
  onEdit: (() => void) | undefined;
}) {
  const words = <p className={styles.body}>{text.body}</p>;
  const state = isInForce ? '现行' : onEdit ? '不再要求' : '';
  return (
    <Card
      title={
        <span className={styles.ticketHead}>
          {text.title}
          <ToneTag tone={isInForce ? 'leaf' : 'quiet'}>
            {[`第 ${text.version} 版`, state].filter(Boolean).join('，')}
          </ToneTag>
        </span>
      }
    >
      <p className="note tabular">
        {text.serviceName && `项目：${text.serviceName} · `}
        {momentLabel(text.createdAt)}
      </p>
      {isInForce ? (
        words
      ) : (
        <details>
          <summary className={styles.more}>看全文</summary>
          {words}
        </details>
      )}
      {onEdit && <NoticeActs text={text} onEdit={onEdit} />}
    </Card>
  );
}

function NoticeActs({ text, onEdit }: { text: ConsentText; onEdit: () => void }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = usePublishConsentText();
  if (!may('consents.write')) return null;
  const { title, body, guardianBelow, serviceId } = text;
  const stop = () =>
    write(
      { kind: 'notice', serviceId: serviceId ?? '', title, body, guardianBelow, required: false },
      {
        done: () => void message.success('这个项目不再要求签告知书'),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  return (
    <span className={styles.acts}>
      {text.required && (
        <Popconfirm
          title="这个项目不再要求签告知书？"
          okText="不再要求"
          cancelText="保留"
          onConfirm={stop}
        >
          <Button size="small" type="text" loading={isPending}>
            不再要求
          </Button>
        </Popconfirm>
      )}
      <Button size="small" onClick={onEdit} data-testid={`notice-edit-${serviceId}`}>
        {text.required ? '写新版本' : '重新要求'}
      </Button>
    </span>
  );
}

const AGES = [
  { value: 14, label: '未满 14 周岁' },
  { value: 16, label: '未满 16 周岁' },
  { value: 18, label: '未满 18 周岁' },
];

function PublishDrawer({ kind, from, onClose }: Writing & { onClose: () => void }) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const services = useServices(store.id);
  const [form] = Form.useForm<ConsentTextDraft>();
  const [draft, setDraft] = useState<ConsentTextDraft | null>(null);
  const { write, error, isPending, reset } = usePublishConsentText();
  const serviceId = from?.serviceId ?? undefined;
  const confirm = () =>
    draft &&
    write(
      { ...draft, kind, ...(kind === 'notice' && { serviceId: serviceId ?? draft.serviceId }) },
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
      title={`写新版本的${CONSENT_NAMES[kind]}`}
      testId="consent-text"
      onClose={onClose}
      review={
        draft && (
          <>
            <Review items={[{ name: '标题', value: draft.title }]} />
            <p className={styles.body}>{draft.body}</p>
            <Notice>
              {kind === 'notice'
                ? '生效后，做这个项目的顾客都要重新签这一版。'
                : '生效后，之后的顾客都签这一版；已经同意的继续有效，会提示内容有更新。'}
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
      <Form<ConsentTextDraft>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={setDraft}
        initialValues={{
          title: from?.title ?? '',
          body: from?.body ?? '',
          guardianBelow: from?.guardianBelow ?? 14,
        }}
      >
        {kind === 'notice' && serviceId === undefined && (
          <Form.Item
            name="serviceId"
            label="项目"
            rules={[{ required: true, message: '请选择项目' }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={services.isPending}
              options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              data-testid="consent-text-service"
            />
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label="标题"
          rules={[{ required: true, min: 2, whitespace: true, message: '请填写标题' }]}
        >
          <Input maxLength={60} data-testid="consent-text-title" />
        </Form.Item>
        <Form.Item
          name="body"
          label="全文"
          extra="用平实的话写清楚：会怎样、可能有什么反应、什么情况不能做、之后要注意什么。"
          rules={[{ required: true, min: 20, whitespace: true, message: '请写完整的内容' }]}
        >
          <Input.TextArea
            maxLength={10_000}
            autoSize={{ minRows: 10, maxRows: 22 }}
            data-testid="consent-text-body"
          />
        </Form.Item>
        <Form.Item name="guardianBelow" label="多大以下由监护人签">
          <Select options={AGES} />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}
