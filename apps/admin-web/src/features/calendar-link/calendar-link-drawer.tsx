import { App, Button, Drawer, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import type { CalendarLink } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { inOffset, momentLabel } from '../../shared/format/time';
import { Notice } from '../../shared/ui/amount';
import { Loaded } from '../../shared/ui/states';
import { useCalendarLink, useMakeLink, useRevokeLink } from './api';
import styles from './calendar-link.module.css';

/** Her visits in the calendar of her own phone: makes the secret link, and takes it back. */
export function CalendarLinkDrawer({ onClose }: { onClose: () => void }) {
  const link = useCalendarLink();
  return (
    <Drawer
      open
      onClose={onClose}
      size={460}
      title="我的日历订阅"
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div className={styles.body}>
        <p>
          把您的预约放进手机自带的日历：生成链接，复制到手机的「日历 →
          添加订阅日历」里，之后会自动更新。
        </p>
        <p className="note">
          日历里只有顾客姓名的第一个字、项目和房间。拿到链接的人都能看到，请不要转发；换手机或觉得链接外泄了，就重新生成，旧链接马上失效。
        </p>
        <Loaded query={link} rows={3}>
          {(data) => <Link link={data} />}
        </Loaded>
      </div>
    </Drawer>
  );
}

const at = (instant: string): string => momentLabel(inOffset(Date.parse(instant), '+08:00'));

function Link({ link }: { link: CalendarLink }) {
  const { message } = App.useApp();
  const [url, setUrl] = useState<string | null>(null);
  const make = useMakeLink();
  const revoke = useRevokeLink();
  const error = make.error ?? revoke.error;
  const copy = () =>
    void navigator.clipboard.writeText(url ?? '').then(
      () => message.success('已复制'),
      () => message.info('请长按链接复制'),
    );
  const stop = () =>
    revoke.write(
      {},
      {
        done: () => {
          setUrl(null);
          void message.success('已停用，旧链接打不开了');
        },
      },
    );
  const generate = () => make.write({}, { done: (made) => setUrl(made.url) });
  return (
    <div className={styles.link} data-testid="calendar-link">
      {url !== null && (
        <>
          <Notice>链接只显示这一次，请现在复制。</Notice>
          <Space.Compact block>
            <Input readOnly value={url} aria-label="日历链接" data-testid="calendar-link-url" />
            <Button onClick={copy}>复制</Button>
          </Space.Compact>
        </>
      )}
      <p className="note tabular">{stateWords(link)}</p>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <Space wrap>
        {link.madeAt === null ? (
          <Button
            type="primary"
            loading={make.isPending}
            onClick={generate}
            data-testid="calendar-link-make"
          >
            生成链接
          </Button>
        ) : (
          <>
            <Popconfirm
              title="重新生成后，旧链接马上失效"
              okText="重新生成"
              cancelText="先不了"
              onConfirm={generate}
            >
              <Button loading={make.isPending}>重新生成</Button>
            </Popconfirm>
            <Popconfirm
              title="停用后，手机日历不再更新"
              okText="停用"
              cancelText="先不了"
              onConfirm={stop}
            >
              <Button danger loading={revoke.isPending} data-testid="calendar-link-revoke">
                停用
              </Button>
            </Popconfirm>
          </>
        )}
      </Space>
    </div>
  );
}

function stateWords({ madeAt, readAt }: CalendarLink): string {
  if (madeAt === null) return '还没有链接。';
  const made = `${at(madeAt)} 生成`;
  return readAt === null
    ? `${made}，还没有日历读取过。`
    : `${made}，日历最近在 ${at(readAt)} 读取过。`;
}
