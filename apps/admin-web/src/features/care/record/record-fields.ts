import type {
  TreatmentContents,
  TreatmentDraft,
  TreatmentTemplate,
  VisitTreatment,
} from '../../../shared/api/contract';
import { addDays } from '../../../shared/format/time';

/** What stands in the form: amounts as they are typed. */
export interface RecordFields {
  readonly done: readonly {
    readonly serviceId: string;
    readonly parameters: readonly { name: string; value: string; unit: string }[];
  }[];
  readonly products: readonly {
    readonly productId: string | null;
    readonly name: string;
    readonly amount: string;
    readonly unit: string;
  }[];
  readonly reaction: TreatmentContents['reaction'];
  readonly reactionWords: string;
  readonly advice: string;
  readonly homeCare: string;
  readonly staffNote: string;
  readonly nextOn: string;
  /** Why something was done that her health file speaks against. */
  readonly deviation: string;
  /** Only of a correction: why. */
  readonly reason?: string;
}

/** A number with two decimals at most, as a product is measured. */
export const AMOUNT = /^\d{1,5}(?:\.\d{1,2})?$/;

const amountText = (amount: number | null): string => (amount === null ? '' : String(amount));

/** What was written or typed before, in the form. */
export function fieldsOf(contents: TreatmentContents): RecordFields {
  return {
    done: contents.done.map(({ serviceId, parameters }) => ({ serviceId, parameters })),
    products: contents.products.map((one) => ({ ...one, amount: amountText(one.amount) })),
    reaction: contents.reaction,
    reactionWords: contents.reactionWords,
    advice: contents.advice,
    homeCare: contents.homeCare,
    staffNote: contents.staffNote,
    nextOn: contents.nextOn ?? '',
    deviation: contents.deviation,
  };
}

const words = (templates: readonly TreatmentTemplate[], of: 'advice' | 'homeCare'): string =>
  [...new Set(templates.map((one) => one[of]).filter((text) => text !== ''))].join('\n');

/** What a new record begins with: the booked services with what their templates suggest, and she agrees to keep. */
export function fieldsOfTemplates({ templates, visitedOn, consent }: VisitTreatment): RecordFields {
  // What she is advised is kept only while she agrees to that.
  const advised = consent === 'given' ? templates : [];
  const days = templates.flatMap(({ nextAfterDays }) => nextAfterDays ?? []);
  return {
    done: templates.map(({ serviceId, parameters }) => ({
      serviceId,
      parameters: parameters.map(({ name, unit, usual }) => ({ name, unit, value: usual })),
    })),
    products: templates.flatMap(({ products }) =>
      products.map(({ name, amount, unit }) => ({
        ...{ productId: null, name, unit, amount: amountText(amount) },
      })),
    ),
    ...{ reaction: 'none', reactionWords: '', staffNote: '', deviation: '' },
    ...{ advice: words(advised, 'advice'), homeCare: words(advised, 'homeCare') },
    nextOn: days.length > 0 ? addDays(visitedOn, Math.min(...days)) : '',
  };
}

/** What is sent. An amount that cannot be read yet counts as not measured: only a draft may have one. */
export function draftOf(fields: RecordFields): TreatmentDraft {
  return {
    done: fields.done.map(({ serviceId, parameters }) => ({
      serviceId,
      parameters: parameters.map(({ name, value, unit }) => ({
        ...{ name: name ?? '', value: value ?? '', unit: unit ?? '' },
      })),
    })),
    products: fields.products.map(({ productId, name, amount, unit }) => ({
      ...{ productId: productId ?? null, name: name ?? '', unit: unit ?? '' },
      amount: AMOUNT.test((amount ?? '').trim()) ? Number(amount) : null,
    })),
    reaction: fields.reaction,
    reactionWords: fields.reaction === 'none' ? '' : fields.reactionWords,
    advice: fields.advice,
    homeCare: fields.homeCare,
    staffNote: fields.staffNote,
    nextOn: fields.nextOn === '' ? null : fields.nextOn,
    deviation: fields.deviation,
  };
}
