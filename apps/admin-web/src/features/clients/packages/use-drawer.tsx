import { App, Form, Radio } from 'antd';
import { useState } from 'react';
import type { CareOverrideWish, ClientFile, ClientPackage } from '../../../shared/api/contract';
import { CareAhead } from '../../../shared/care/care-findings';
import { questionOfUse } from '../../../shared/care/care-questions';
import { CareWayOn } from '../../../shared/care/care-way-on';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useUseSession } from './api/use-session';
import { ConsentItems, consentOf, consentWords, type ConsentFields } from './consent-fields';

interface Fields extends ConsentFields {
  /** Item and service, as `item service`. */
  what: string;
}

interface Choice {
  readonly value: string;
  readonly itemId: string;
  readonly serviceId: string;
  readonly name: string;
  /** Null for a card by time. */
  readonly left: number | null;
}

const choicesOf = (pack: ClientPackage): Choice[] =>
  pack.items.flatMap((item) => {
    const left = pack.kind === 'time' ? null : item.left - item.reserved;
    if (left !== null && left <= 0) return [];
    return item.services.map(({ id, name }) => ({
      ...{ value: `${item.id} ${id}`, itemId: item.id, serviceId: id, name, left },
    }));
  });

/** Uses a session at the desk, without a visit: for what, and by whose consent. */
export function UseDrawer({
  client,
  pack,
  onClose,
}: {
  client: ClientFile;
  pack: ClientPackage;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [choices] = useState(() => choicesOf(pack));
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useUseSession(client.id);
  const consent = Form.useWatch('consent', form);
  const chosen = choices.find(({ value }) => value === fields?.what);
  const confirm = (override?: CareOverrideWish) => {
    if (!fields || !chosen) return;
    const agreed = override ? { override } : {};
    const { itemId, serviceId } = chosen;
    write(
      { storeId: store.id, serviceId, useSession: itemId, ...consentOf(fields), ...agreed },
      {
        done: () => {
          void message.success('已耗卡 1 次，顾客手机上马上能看到');
          onClose();
        },
        refused: (cause) => {
          if (showFieldErrors(form, cause)) setFields(null);
        },
      },
    );
  };
  return (
    <WriteDrawer
      title={`${client.name}耗卡：${pack.name}`}
      testId="use-session"
      onClose={onClose}
      review={
        fields &&
        chosen && (
          <>
            <Review
              items={[
                { name: '项目', value: chosen.name },
                { name: '耗卡', value: '1 次' },
                ...(chosen.left === null
                  ? []
                  : [{ name: '耗卡后还可用', value: `${chosen.left - 1} 次` }]),
                { name: '顾客确认', value: consentWords(fields) },
              ]}
            />
            <CareAhead question={questionOfUse(client.id, store.id, chosen.serviceId)} />
            <Notice tone="quiet">这一次的价值随即记为门店收入。</Notice>
            <CareWayOn
              error={error}
              clientId={client.id}
              isPending={isPending}
              onAgreed={confirm}
            />
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={() => confirm()}
      confirmWord="确认耗卡"
      isReady={choices.length > 0}
      isPending={isPending}
      error={error}
    >
      <SheetForm<Fields>
        form={form}
        onFinish={setFields}
        initialValues={{
          consent: 'code',
          what: choices.length === 1 ? choices[0]?.value : undefined,
        }}
      >
        <Form.Item name="what" label="做了什么" rules={[{ required: true, message: '请选择项目' }]}>
          <Radio.Group
            options={choices.map(({ value, name, left }) => ({
              value,
              label: left === null ? name : `${name}（可用 ${left} 次）`,
            }))}
            data-testid="use-what"
          />
        </Form.Item>
        <ConsentItems consent={consent} storeId={store.id} testId="use" />
      </SheetForm>
    </WriteDrawer>
  );
}
