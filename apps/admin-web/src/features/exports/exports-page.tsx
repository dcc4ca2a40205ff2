import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { ExportsState } from '../../shared/navigation/exports-state';
import { useClientTags } from '../../shared/requests/list-client-tags';
import { useStaff } from '../../shared/requests/list-staff';
import { useStores } from '../../shared/requests/list-stores';
import { useTiers } from '../../shared/requests/list-tiers';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useExports } from './api/exports';
import { AskDrawer } from './ask-drawer';
import { ExportLine } from './export-line';
import styles from './exports.module.css';
import { filterWords } from './words';

/** Lists of clients that leave the house: asked for, agreed to, had for a day. */
export default function ExportsPage() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: ExportsState | null };
  const [isAsking, setAsking] = useState(state?.filter !== undefined);
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const exports = useExports(trail.at(-1) ?? null);
  const names = useNames();
  const filter = state?.filter ?? {};
  const close = () => {
    setAsking(false);
    void navigate('.', { replace: true, state: null });
  };
  return (
    <>
      <Card
        title="导出名单"
        extra={
          <Button type="primary" onClick={() => setAsking(true)} data-testid="export-new">
            申请导出
          </Button>
        }
      >
        <p className="note">
          顾客资料离开门店前，要写明用途并由另一位店长或老板同意；文件保留 24
          小时。只要一部分顾客时，先到<Link to="/clients">顾客</Link>
          里筛选，再点“导出这份名单”。健康信息不能导出。
        </p>
      </Card>
      <Card title="申请记录" flush>
        <Loaded query={exports} rows={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                title="还没有人申请过导出"
                hint="申请以后，这里能看到谁要、为什么、谁同意的。"
              />
            ) : (
              <ul className={styles.list} data-testid="exports">
                {items.map((one) => (
                  <ExportLine key={one.id} one={one} who={filterWords(one.filter, names)} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <div className={styles.pager}>
          <TrailPager trail={trail} setTrail={setTrail} next={exports.data?.nextCursor} />
        </div>
      </Card>
      {isAsking && <AskDrawer filter={filter} who={filterWords(filter, names)} onClose={close} />}
    </>
  );
}

/** Names of tiers, stores, this store's staff and tags, by id. */
function useNames(): ReadonlyMap<string, string> {
  const { store } = useDesk();
  const [tiers, stores, staff] = [useTiers(), useStores(), useStaff(store.id)];
  const tags = useClientTags().data?.items.flatMap((group) => group.tags) ?? [];
  const named = [...(tiers.data?.items ?? []), ...(stores.data ?? []), ...(staff.data ?? [])];
  return new Map([...named, ...tags].map(({ id, name }) => [id, name]));
}
