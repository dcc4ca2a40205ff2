import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { environment } from '../shared/environment';
import { CrashPage, NotFoundPage } from './fallback-pages';
import { Gate } from './gate';
import { Splash } from './splash';

const page = (load: () => Promise<{ default: React.ComponentType }>) => async () => ({
  Component: (await load()).default,
});

const FINANCE: RouteObject = {
  path: 'finance',
  lazy: page(() => import('../features/finance/finance-page')),
  children: [
    { index: true, element: <Navigate to="orders" replace /> },
    { path: 'orders', lazy: page(() => import('../features/finance/orders-page')) },
    { path: 'orders/:orderNo', lazy: page(() => import('../features/finance/order-page')) },
    { path: 'refunds', lazy: page(() => import('../features/finance/refunds-page')) },
    { path: 'sales', lazy: page(() => import('../features/finance/sales-page')) },
    { path: 'past-date', lazy: page(() => import('../features/finance/past-date-page')) },
    { path: 'ledger', lazy: page(() => import('../features/finance/ledger-page')) },
    { path: 'opening', lazy: page(() => import('../features/finance/opening-page')) },
    { path: '*', Component: NotFoundPage },
  ],
};

const TILL: RouteObject = {
  path: 'till',
  children: [
    { index: true, lazy: page(() => import('../features/till/till-page')) },
    { path: 'close', lazy: page(() => import('../features/till/close-page')) },
    { path: ':billId', lazy: page(() => import('../features/till/bill-page')) },
  ],
};

const MARKETING: RouteObject = {
  path: 'marketing',
  lazy: page(() => import('../features/marketing/marketing-page')),
  children: [
    { index: true, element: <Navigate to="coupons" replace /> },
    { path: 'coupons', lazy: page(() => import('../features/marketing/coupons-page')) },
    { path: 'automations', lazy: page(() => import('../features/marketing/automations-page')) },
    { path: 'calls', lazy: page(() => import('../features/marketing/calls-page')) },
    { path: 'coupon-report', lazy: page(() => import('../features/marketing/report-page')) },
    { path: '*', Component: NotFoundPage },
  ],
};

const CARE: RouteObject = {
  path: 'care',
  lazy: page(() => import('../features/care/care-page')),
  children: [
    { path: 'today', lazy: page(() => import('../features/care/care-day-page')) },
    { path: 'templates', lazy: page(() => import('../features/care/templates-page')) },
    { path: '*', Component: NotFoundPage },
  ],
};

const SETTINGS: RouteObject = {
  path: 'settings',
  lazy: page(() => import('../features/settings/settings-page')),
  children: [
    { index: true, element: <Navigate to="plans" replace /> },
    { path: 'plans', lazy: page(() => import('../features/settings/plans-page')) },
    {
      path: 'package-plans',
      lazy: page(() => import('../features/settings/package-plans-page')),
    },
    { path: 'contract', lazy: page(() => import('../features/settings/contract-page')) },
    { path: 'consents', lazy: page(() => import('../features/settings/consent-texts-page')) },
    { path: 'tiers', lazy: page(() => import('../features/settings/tiers-page')) },
    { path: 'points', lazy: page(() => import('../features/settings/points-page')) },
    { path: 'client-tags', lazy: page(() => import('../features/settings/client-tags-page')) },
    { path: 'client-stages', lazy: page(() => import('../features/settings/client-stages-page')) },
    { path: 'client-file', lazy: page(() => import('../features/settings/client-file-page')) },
    { path: 'limits', lazy: page(() => import('../features/settings/limits-page')) },
    { path: 'reminders', lazy: page(() => import('../features/settings/reminders-page')) },
    { path: 'booking', lazy: page(() => import('../features/settings/booking-rules-page')) },
    { path: 'care-rules', lazy: page(() => import('../features/care-rules/care-rules-page')) },
    {
      path: 'assessment-forms',
      lazy: page(() => import('../features/assessment-forms/assessment-forms-page')),
    },
    {
      path: 'questionnaires',
      lazy: page(() => import('../features/questionnaires/questionnaires-page')),
    },
    { path: '*', Component: NotFoundPage },
  ],
};

const PRIVACY: RouteObject = {
  path: 'privacy',
  lazy: page(() => import('../features/privacy/privacy-page')),
  children: [
    { index: true, lazy: page(() => import('../features/privacy/privacy-home')) },
    { path: 'exports', lazy: page(() => import('../features/exports/exports-page')) },
    { path: 'merges', lazy: page(() => import('../features/duplicates/merges-page')) },
    { path: 'audit', lazy: page(() => import('../features/audit/audit-page')) },
    { path: '*', Component: NotFoundPage },
  ],
};

/** Every page is its own chunk, so that the login and the board come first. */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: CrashPage,
      HydrateFallback: Splash,
      children: [
        { path: '/login', lazy: page(() => import('../features/session/login-page')) },
        {
          path: '/',
          Component: Gate,
          children: [
            { index: true, lazy: page(() => import('../features/board/board-page')) },
            TILL,
            CARE,
            { path: 'clients', lazy: page(() => import('../features/clients/clients-page')) },
            {
              path: 'clients/files',
              lazy: page(() => import('../features/clients/file/files-page')),
            },
            { path: 'clients/import', lazy: page(() => import('../features/import/imports-page')) },
            {
              path: 'clients/import/:importId',
              lazy: page(() => import('../features/import/import-page')),
            },
            { path: 'clients/:id', lazy: page(() => import('../features/clients/client-page')) },
            { path: 'services', lazy: page(() => import('../features/catalogue/services-page')) },
            { path: 'shifts', lazy: page(() => import('../features/shifts/shifts-page')) },
            {
              path: 'my-shifts',
              lazy: page(() => import('../features/shifts/mine/my-shifts-page')),
            },
            {
              path: 'statistics',
              lazy: page(() => import('../features/statistics/statistics-page')),
            },
            MARKETING,
            FINANCE,
            SETTINGS,
            PRIVACY,
            { path: 'tasks', lazy: page(() => import('../features/tasks/tasks-page')) },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ],
  { basename: environment.basePath.replace(/\/$/, '') || '/' },
);
