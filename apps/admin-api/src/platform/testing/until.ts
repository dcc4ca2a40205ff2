const LOOK_EVERY_MS = 10;
const LONGEST_MS = 15_000;

/**
 * Waits for a condition; a test that waits for time instead is either slow or wrong.
 * @param what the condition in words; asked for at the end where it tells what was seen last
 */
export async function until(
  what: string | (() => string),
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!(await condition())) {
    if (performance.now() > end)
      throw new Error(`never happened: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
