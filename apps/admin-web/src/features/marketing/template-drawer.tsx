import { App, Form } from 'antd';
import type { CouponTemplate } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { useSaveTemplate } from './api/save-template';
import { draftOf, fieldsOf, type TemplateFields } from './template-form';
import { GivesPart, GivingPart, RulesPart } from './template-parts';
import { TemplatePreview } from './template-preview';

/** A template, new or changed, beside what a client will read. */
export function TemplateDrawer({
  template,
  onClose,
}: {
  template: CouponTemplate | null;
  onClose: () => void;
}) {
  const { session, store } = useDesk();
  const { message } = App.useApp();
  const services = useServices(store.id);
  const [form] = Form.useForm<TemplateFields>();
  const { write, error, isPending } = useSaveTemplate(template);
  const { stores } = session.staff;
  const initial = fieldsOf(
    template,
    stores.map(({ id }) => id),
  );
  const products = template?.products ?? [];
  const productIds = products.map(({ id }) => id);
  const shown: TemplateFields = {
    ...initial,
    ...(Form.useWatch([], form) as TemplateFields | undefined),
  };
  const offered = [...(services.data ?? []), ...(template?.services ?? [])];
  const named = new Map([...offered, ...products].map(({ id, name }) => [id, name]));
  const draft = draftOf(shown, productIds);
  const itemNames = [...draft.serviceIds, ...draft.productIds].flatMap((id) => named.get(id) ?? []);
  const save = () =>
    write(draftOf({ ...initial, ...(form.getFieldsValue(true) as TemplateFields) }, productIds), {
      done: () => {
        void message.success('已保存');
        onClose();
      },
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <FormDrawer
      title={template ? '修改优惠券' : '新建优惠券'}
      width={600}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="coupon-save"
    >
      <Form<TemplateFields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={initial}
        data-testid="coupon-form"
      >
        <TemplatePreview draft={draft} itemNames={itemNames} />
        {template && template.issued > 0 && (
          <Notice tone="quiet">
            已经发出 {template.issued} 张，它们按发放时的约定，不受改动影响。
          </Notice>
        )}
        <GivesPart kind={shown.kind} scope={shown.scope} services={uniqueById(offered)} />
        <RulesPart validKind={shown.validKind} stores={stores} />
        <GivingPart />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </Form>
    </FormDrawer>
  );
}

function uniqueById<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
