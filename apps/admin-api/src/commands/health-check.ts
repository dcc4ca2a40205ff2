const PATIENCE_MS = 2_500;

/** Ends with 0 when the API in this container can serve. The image has no curl. */
async function healthCheck(): Promise<void> {
  const port = process.env['PORT'] ?? '3000';
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
}

await healthCheck().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
