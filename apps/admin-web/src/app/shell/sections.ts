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
    | 'marketing'
    | 'finance'
    | 'settings'
    | 'privacy'
    | 'tasks';
  readonly keys: string;
  /** Absent: everybody who is signed in. */
  readonly permission?: Permission;
}

export const SECTIONS: readonly Section[] = [
  { path: '/', name: '今日', icon: 'today', keys: 'g t', permission: 'calendar.read' },
  { path: '/till', name: '收银', icon: 'till', keys: 'g b', permission: 'bills.read' },
  { path: '/care', name: '护理', icon: 'care', keys: 'g h', permission: 'treatments.write' },
  { path: '/clients', name: '顾客', icon: 'clients', keys: 'g c', permission: 'clients.read' },
  { path: '/services', name: '项目', icon: 'services', keys: 'g s', permission: 'catalog.read' },
  { path: '/shifts', name: '排班', icon: 'shifts', keys: 'g p', permission: 'shifts.read' },
  { path: '/marketing', name: '营销', icon: 'marketing', keys: 'g m', permission: 'coupons.read' },
  { path: '/finance', name: '财务', icon: 'finance', keys: 'g f', permission: 'payments.read' },
  { path: '/settings', name: '设置', icon: 'settings', keys: 'g e', permission: 'plans.write' },
  { path: '/privacy', name: '档案安全', icon: 'privacy', keys: 'g a', permission: 'clients.merge' },
  { path: '/tasks', name: '系统任务', icon: 'tasks', keys: 'g x', permission: 'ops.jobs' },
];
