import type { Permission } from '../../shared/session/desk';

/** The console's sections: where they are, who may see them, and the keys that lead there. */
export interface Section {
  readonly path: string;
  readonly name: string;
  readonly icon:
    | 'today'
    | 'till'
    | 'care'
    | 'clients'
    | 'services'
    | 'shifts'
    | 'statistics'
    | 'marketing'
    | 'finance'
    | 'settings'
    | 'privacy'
    | 'tasks';
  readonly keys: string;
  /** Any of them opens it. */
  readonly permissions: readonly Permission[];
}

export const SECTIONS: readonly Section[] = [
  { path: '/', name: '今日', icon: 'today', keys: 'g t', permissions: ['calendar.read'] },
  { path: '/till', name: '收银', icon: 'till', keys: 'g b', permissions: ['bills.read'] },
  {
    path: '/care',
    name: '护理',
    icon: 'care',
    keys: 'g h',
    permissions: ['treatments.write', 'care-rules.write'],
  },
  { path: '/clients', name: '顾客', icon: 'clients', keys: 'g c', permissions: ['clients.read'] },
  { path: '/services', name: '项目', icon: 'services', keys: 'g s', permissions: ['catalog.read'] },
  { path: '/shifts', name: '排班', icon: 'shifts', keys: 'g p', permissions: ['shifts.read'] },
  {
    path: '/statistics',
    name: '统计',
    icon: 'statistics',
    keys: 'g r',
    permissions: ['appointments.statistics'],
  },
  {
    path: '/marketing',
    name: '营销',
    icon: 'marketing',
    keys: 'g m',
    permissions: ['coupons.read'],
  },
  { path: '/finance', name: '财务', icon: 'finance', keys: 'g f', permissions: ['payments.read'] },
  { path: '/settings', name: '设置', icon: 'settings', keys: 'g e', permissions: ['plans.write'] },
  {
    path: '/privacy',
    name: '档案安全',
    icon: 'privacy',
    keys: 'g a',
    permissions: ['clients.export'],
  },
  { path: '/tasks', name: '系统任务', icon: 'tasks', keys: 'g x', permissions: ['ops.jobs'] },
];
