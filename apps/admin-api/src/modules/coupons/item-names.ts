import { serviceNames } from '../catalog/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { TemplateDraft } from './rules/template-draft.js';

type Listed = Pick<TemplateDraft, 'serviceIds'>;

/** Names of all listed services and products of these templates by id; unknown ids are left out. */
export function namesOfItems(
  reader: Reader,
  templates: readonly Listed[],
): Promise<ReadonlyMap<string, string>> {
  return serviceNames(
    reader,
    templates.flatMap(({ serviceIds }) => serviceIds),
  );
}

/** The names of one template's items, in their order. */
export const itemNamesOf = (draft: Listed, names: ReadonlyMap<string, string>): string[] =>
  draft.serviceIds.flatMap((id) => names.get(id) ?? []);
