import { Button } from 'antd';
import { useState } from 'react';
import type { HealthFile } from '../api/contract';
import { useDesk } from '../session/desk';
import { Empty, Loaded } from '../ui/states';
import { useConsents } from './consents';
import { GiveDrawer } from './give-drawer';

const WORDS: Readonly<
  Record<Exclude<HealthFile['consent'], 'given'>, { title: string; hint: string }>
> = {
  none: {
    title: '先请顾客同意保存健康信息',
    hint: '她看过同意书、在屏幕或纸上签名之后，才能登记过敏和身体情况。',
  },
  withdrawn: {
    title: '顾客已撤回同意，健康档案已关闭',
    hint: '谁都看不到里面的内容。做项目前请当面确认；她重新同意后，档案会原样打开。',
  },
};

/** Stands where a health file would be while the client does not agree to it, with the way to ask her. */
export function ConsentFirst({
  clientId,
  consent,
}: {
  clientId: string;
  consent: keyof typeof WORDS;
}) {
  const { may } = useDesk();
  const sheet = useConsents(clientId);
  const [isGiving, setGiving] = useState(false);
  return (
    <Loaded query={sheet} rows={3}>
      {({ items }) => {
        const standing = items.find(({ text }) => text.kind === 'health');
        return (
          <div data-testid="health-consent">
            <Empty
              {...WORDS[consent]}
              action={
                may('consents.record') &&
                standing && (
                  <Button
                    type="primary"
                    onClick={() => setGiving(true)}
                    data-testid="health-consent-give"
                  >
                    请顾客签同意书
                  </Button>
                )
              }
            />
            {isGiving && standing && (
              <GiveDrawer
                clientId={clientId}
                standing={standing}
                onClose={() => setGiving(false)}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
