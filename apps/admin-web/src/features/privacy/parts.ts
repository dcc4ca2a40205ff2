import type { Permission } from '../../shared/session/desk';

/** A part of what the house does with whole files, and who does it. */
export interface PrivacyPart {
  readonly path: string;
  readonly name: string;
  readonly permission: Permission;
  /** Who may, in words, for those who may not. */
  readonly by: string;
}

export const PRIVACY_PARTS: readonly PrivacyPart[] = [
  { path: 'merges', name: '合并档案', permission: 'clients.merge', by: '店长或老板' },
  { path: 'exports', name: '导出名单', permission: 'clients.export', by: '店长、营销或老板' },
  { path: 'audit', name: '操作记录', permission: 'audit.read', by: '老板' },
];
