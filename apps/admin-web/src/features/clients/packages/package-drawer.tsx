import type { ClientFile, ClientPackage } from '../../../shared/api/contract';
import { ConvertPackageDrawer } from './convert-drawer';
import { ExtendDrawer } from '../../../shared/packages/extend-drawer';
import type { PackageAct } from './package-acts';
import { PackageReasonDrawer } from './package-reason-drawers';
import { PackageRefundDrawer } from '../../../shared/packages/package-refund-drawer';
import { TransferPackageDrawer } from './transfer-drawer';
import { UseDrawer } from './use-drawer';

/** The sheet of one act. */
export function PackageDrawer({
  act,
  ...props
}: {
  act: PackageAct;
  client: ClientFile;
  pack: ClientPackage;
  onClose: () => void;
}) {
  switch (act) {
    case 'use':
      return <UseDrawer {...props} />;
    case 'extend':
      return <ExtendDrawer {...props} />;
    case 'transfer':
      return <TransferPackageDrawer {...props} />;
    case 'convert':
      return <ConvertPackageDrawer {...props} />;
    case 'refund':
      return <PackageRefundDrawer {...props} clientName={props.client.name} />;
    case 'freeze':
    case 'unfreeze':
    case 'reverse':
      return <PackageReasonDrawer {...props} step={act} />;
  }
}
