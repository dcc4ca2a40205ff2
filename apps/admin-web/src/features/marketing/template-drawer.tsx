import type { CouponTemplate, CouponTemplateDraft } from '../../shared/api/contract';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveTemplate } from './api/save-template';
import { draftOf, fieldsOf } from './template-form';
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
  const services = useServices(store.id);
  const { stores } = session.staff;
  const products = template?.products ?? [];
  const productIds = products.map(({ id }) => id);
  const offered = uniqueById([...(services.data ?? []), ...(template?.services ?? [])]);
  const named = new Map([...offered, ...products].map(({ id, name }) => [id, name]));
  const namesIn = ({ serviceIds, productIds }: CouponTemplateDraft): string[] =>
    [...serviceIds, ...productIds].flatMap((id) => named.get(id) ?? []);
  return (
    <SaveDrawer
      title={template ? '修改优惠券' : '新建优惠券'}
      width={600}
      testId="coupon"
      initial={fieldsOf(
        template,
        stores.map(({ id }) => id),
      )}
      saving={useSaveTemplate(template)}
      bodyOf={(_, all) => draftOf(all, productIds)}
      onClose={onClose}
    >
      {(fields) => {
        const draft = draftOf(fields, productIds);
        return (
          <>
            <TemplatePreview draft={draft} itemNames={namesIn(draft)} />
            {template && template.issued > 0 && (
              <Notice tone="quiet">
                已经发出 {template.issued} 张，它们按发放时的约定，不受改动影响。
              </Notice>
            )}
            <GivesPart kind={fields.kind} scope={fields.scope} services={offered} />
            <RulesPart validKind={fields.validKind} stores={stores} />
            <GivingPart />
          </>
        );
      }}
    </SaveDrawer>
  );
}

function uniqueById<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
