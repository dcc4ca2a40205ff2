import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { RouterProvider } from 'react-router';
import { keys } from '../shared/api/keys';
import { mayRetry, whenSignedOut } from '../shared/api/transport';
import { antdTheme } from '../shared/theme/antd-theme';
import { router } from './router';
import { markExpired } from './expired';

dayjs.locale('zh-cn');

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 15_000 },
    mutations: { retry: false },
  },
});

whenSignedOut(() => {
  if (!queries.getQueryData(keys.session)) return;
  markExpired();
});

/** Everything that all pages stand on. */
export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <AntdApp message={{ maxCount: 2 }} style={{ height: '100%' }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
