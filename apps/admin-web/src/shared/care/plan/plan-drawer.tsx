import { Drawer } from 'antd';
import { useNarrow } from '../../ui/use-width';
import { PlanPanel } from './plan-panel';

/** A client's plan beside what one is doing. */
export default function PlanDrawer({
  clientId,
  clientName,
  onClose,
}: {
  clientId: string;
  clientName: string;
  onClose: () => void;
}) {
  const narrow = useNarrow();
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 620} title={clientName}>
      <div data-testid="plan-drawer">
        <PlanPanel clientId={clientId} />
      </div>
    </Drawer>
  );
}
