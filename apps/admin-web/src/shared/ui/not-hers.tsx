import { Link } from 'react-router';
import { Card } from './page';
import { Empty } from './states';

/** For who came to a page by its address: there is no button that leads somebody there whom it is not for. */
export function NotHers({
  name,
  by,
  hint = `您的账号没有这一页的权限。需要的话，请联系${by}。`,
}: {
  name: string;
  /** Who looks at it: 店长. */
  by: string;
  hint?: string;
}) {
  return (
    <Card>
      <Empty
        title={`“${name}”由${by}查看`}
        hint={hint}
        action={<Link to="/clients">去找顾客</Link>}
      />
    </Card>
  );
}
