import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Hands every body over as text. WeChat ignores the content type, and a broken JSON must be
 * answered in each side's own words.
 */
export function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
}

export function bodyText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

/** The query with the first value of each name. */
export function queryOf(request: FastifyRequest): Record<string, string> {
  const raw = request.query as Record<string, string | string[]>;
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      Array.isArray(value) ? (value[0] ?? '') : value,
    ]),
  );
}

export type JsonObject = Record<string, unknown>;

/** The JSON object in a text; undefined when it is not JSON or not an object. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
