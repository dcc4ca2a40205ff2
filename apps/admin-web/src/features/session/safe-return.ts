/** Where to go after signing in: only a path inside the console, never another site that a link smuggled in. */
export function safeReturn(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) && !from.startsWith('/login') ? from : '/';
}
