import { Button } from 'antd';
import { Link } from 'react-router';
import { Empty } from '../shared/ui/states';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return <Empty title="没有这个页面" action={<Link to="/">回到今日</Link>} />;
}

/** A page that failed to draw, most often because a new version was just put in place. */
export function CrashPage() {
  return (
    <Empty
      title="页面没能打开"
      hint="可能刚刚更新了版本，刷新后即可继续，已保存的内容不会丢失。"
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  );
}
