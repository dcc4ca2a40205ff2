import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { useQualifications } from '../api/qualifications';
import { renewalWords, toRenew } from './standing-words';

/** Whose certificate is to be renewed, a month before it ends; nothing where all is well. */
export function CertificateNotice() {
  const { store, may } = useDesk();
  const { data } = useQualifications(store.id, may('staff.qualify'));
  const due = data ? toRenew(data) : [];
  if (due.length === 0) return null;
  return (
    <Notice testId="certificates-due">
      {due.map(renewalWords).join('；')}。
      {data?.isRequired && '到期后第二天起不能再约她，新证拿到后请登记。'}
    </Notice>
  );
}
