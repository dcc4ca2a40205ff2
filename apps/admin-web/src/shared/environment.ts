/** What the console needs to know from its build. */
export interface Environment {
  /** Where the API answers; empty for the same origin, which is how the API serves the console. */
  readonly apiOrigin: string;
  /** The path under which the console lives, with both slashes. */
  readonly basePath: string;
}

/**
 * Reads the build's variables and names each bad one.
 * @throws Error  listing every variable that is wrong
 */
export function parseEnvironment(source: Readonly<Record<string, unknown>>): Environment {
  const apiOrigin = source['VITE_API_ORIGIN'] ?? '';
  const basePath = source['BASE_URL'] ?? '/';
  const isOrigin = typeof apiOrigin === 'string' && /^(https?:\/\/[^/]+)?$/.test(apiOrigin);
  const isPath = typeof basePath === 'string' && /^\/(.*\/)?$/.test(basePath);
  if (isOrigin && isPath) return { apiOrigin, basePath };
  const bad = [
    ...(isOrigin ? [] : ['VITE_API_ORIGIN 应为空，或 http(s)://主机，末尾不带斜杠']),
    ...(isPath ? [] : ['BASE_URL 应以斜杠开头和结尾']),
  ];
  throw new Error(`控制台的环境变量不正确：${bad.join('；')}`);
}

/** Parsed once, before anything is drawn. */
export const environment: Environment = parseEnvironment(import.meta.env);
