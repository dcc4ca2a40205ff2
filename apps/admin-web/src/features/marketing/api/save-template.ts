import type { CouponTemplate, CouponTemplateDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: CouponTemplateDraft;
}

/** Makes a template, or the next version of one. @throws ApiProblem COUPON_TEMPLATE_CHANGED, INVALID_INPUT */
export function saveTemplate(
  template: CouponTemplate | null,
  { key, body }: Call,
): Promise<CouponTemplate> {
  const headers = keyHeader(key);
  return answerOf(
    template
      ? api.PUT('/api/staff/coupon-templates/{templateId}', {
          params: { path: { templateId: template.id } },
          headers,
          body: { ...body, version: template.version },
        })
      : api.POST('/api/staff/coupon-templates', { headers, body }),
  );
}

export const useSaveTemplate = (template: CouponTemplate | null) =>
  useWrite((call: Call) => saveTemplate(template, call), [keys.couponTemplates]);
