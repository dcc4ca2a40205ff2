let expired = false;

/** Remembers that the session ran out, so that the login page can say so once. */
export function markExpired(): void {
  expired = true;
}

/** Whether the session ran out since this was last asked. */
export function takeExpired(): boolean {
  const was = expired;
  expired = false;
  return was;
}
