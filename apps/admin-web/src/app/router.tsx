import { createBrowserRouter } from 'react-router';
import { environment } from '../shared/environment';
import { CrashPage, NotFoundPage } from './fallback-pages';
import { Gate } from './gate';
import { Splash } from './splash';

const page = (load: () => Promise<{ default: React.ComponentType }>) => async () => ({
  Component: (await load()).default,
});

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
            { path: 'clients', lazy: page(() => import('../features/clients/clients-page')) },
            { path: 'clients/:id', lazy: page(() => import('../features/clients/client-page')) },
            { path: 'services', lazy: page(() => import('../features/catalogue/services-page')) },
            { path: 'shifts', lazy: page(() => import('../features/shifts/shifts-page')) },
            { path: 'tasks', lazy: page(() => import('../features/tasks/tasks-page')) },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ],
  { basename: environment.basePath.replace(/\/$/, '') || '/' },
);
