import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { Wallet } from '../../../shared/api/contract';
import { showFieldErrors } from '../../../shared/ui/field-errors';

/**
 * What is read over before it is done, beside the wallet as it was when that was worked out: after a lost answer this
 * very act may be in it already.
 */
export function useReview<What, Fields>(form: FormInstance<Fields>, wallet: Wallet) {
  const [shown, setShown] = useState<{ what: What; before: Wallet } | null>(null);
  const clear = () => setShown(null);
  return {
    what: shown?.what ?? null,
    before: shown?.before ?? wallet,
    show: (what: What) => setShown({ what, before: wallet }),
    clear,
    /** A refusal that names a field leads back to it. */
    refused: (cause: unknown) => {
      if (showFieldErrors(form, cause)) clear();
    },
  };
}
