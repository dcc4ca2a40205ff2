const WARNING = 40;

/**
 * What of a service's log line the person at the terminal sees: warnings, errors and what a crash writes; the rest is
 * in the log file.
 * @param {string} line  a JSON line as pino writes it, or anything else
 * @param {boolean} onStderr
 * @returns {string | undefined}
 */
export function shownLine(line, onStderr) {
  const entry = asJson(line);
  if (!entry) return onStderr && line.trim() !== '' ? line : undefined;
  const level = levelOf(entry.level);
  if (level < WARNING) return undefined;
  const about = [entry.msg ?? entry.message, entry.err?.message].filter(Boolean).join('：');
  return about || line;
}

/** @param {string} line */
function asJson(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @param {unknown} level */
function levelOf(level) {
  if (typeof level === 'number') return level;
  return (
    { trace: 10, debug: 20, info: 30, warn: WARNING, error: 50, fatal: 60 }[String(level)] ??
    WARNING
  );
}
