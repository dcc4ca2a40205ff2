import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';

/** Notes that a slip of a store was used. @param slipNo as `referenceKey` gives it @throws Refusal SLIP_USED */
export async function useSlip(tx: Tx, storeId: string, slipNo: string, at: Date): Promise<void> {
  const sql = 'INSERT INTO signed_slip (store_id, slip_no, signed_at) VALUES (?, ?, ?)';
  await tx.run(sql, [storeId, slipNo, at]).catch((error: unknown) => {
    if (isDuplicateKey(error)) return refuse('SLIP_USED');
    throw error;
  });
}
