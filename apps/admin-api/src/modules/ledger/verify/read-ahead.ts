/**
 * Goes through batches of which each says where the next one begins, and asks for that while the one before is looked
 * at: the database and the check work at the same time. Two batches are in memory at most.
 * @param read a batch, from wherever the one before it ended; undefined after the last one
 */
export async function* readAhead<Batch>(
  read: (before: Batch | undefined) => Promise<Batch | undefined>,
): AsyncGenerator<Batch> {
  let pending = read(undefined);
  try {
    for (;;) {
      const batch = await pending;
      if (batch === undefined) return;
      pending = read(batch);
      yield batch;
    }
  } finally {
    // Whoever stopped early has what was looked for: the batch under way is waited for, whatever becomes of it.
    await Promise.allSettled([pending]);
  }
}
