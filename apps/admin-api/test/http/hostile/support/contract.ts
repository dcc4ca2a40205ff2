import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const API_FOLDER = path.resolve(import.meta.dirname, '../../../..');

/** The part of an OpenAPI schema that says what a value may be. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** One value that a caller chooses. */
export interface Member {
  readonly place: 'body' | 'query';
  /** Where it stands: `['services', '0', 'serviceId']`. */
  readonly path: readonly string[];
  readonly required: boolean;
  readonly schema: Schema;
}

/** A call as the contract describes it, with everything that may be wrong in it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** With `{id}` for ids: `/api/client/appointments/{id}`. */
  readonly path: string;
  readonly name: string;
  readonly body: Schema | undefined;
  /** Names in the path, in order. */
  readonly ids: readonly string[];
  readonly members: readonly Member[];
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Puts what references stand for in their place, all the way down. @throws Error for one that leads nowhere */
function resolved(schema: Schema, contract: Contract): Schema {
  const [only] = schema.allOf ?? [];
  const name = (schema.$ref ?? only?.$ref)?.split('/').at(-1);
  const found = name === undefined ? schema : contract.components.schemas[name];
  if (!found) throw new Error(`the contract has no schema ${name}`);
  return {
    ...found,
    // Said beside a reference and not in what it leads to.
    ...(schema.nullable && { nullable: true }),
    ...(found.items && { items: resolved(found.items, contract) }),
    ...(found.properties && {
      properties: Object.fromEntries(
        Object.entries(found.properties).map(([key, each]) => [key, resolved(each, contract)]),
      ),
    }),
  };
}

function bodyMembers(schema: Schema, path: readonly string[] = []): Member[] {
  if (schema.type === 'array' && schema.items) return bodyMembers(schema.items, [...path, '0']);
  return Object.entries(schema.properties ?? {}).flatMap(([key, each]) => {
    const required = schema.required?.includes(key) ?? false;
    const own = { place: 'body', path: [...path, key], required, schema: each } as const;
    return [own, ...bodyMembers(each, own.path)];
  });
}

/** Every call of the contract, as the built API writes it: the DTOs tell the document what is in them only when built. */
export async function writtenOperations(): Promise<Operation[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yance-contract-'));
  try {
    const file = path.join(folder, 'openapi.json');
    const args = ['dist/commands/write-openapi.js', file];
    await promisify(execFile)(process.execPath, args, { cwd: API_FOLDER });
    return operationsOf(JSON.parse(await readFile(file, 'utf8')) as Contract);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function operationsOf(contract: Contract): Operation[] {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, described]) => {
      const method = verb.toUpperCase() as Operation['method'];
      const written = described.requestBody?.content['application/json']?.schema;
      const body = written && resolved(written, contract);
      const query = (described.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, required, schema }) => ({
          ...({ place: 'query', path: [name], required: required ?? false } as const),
          schema: resolved(schema, contract),
        }));
      const members = [...query, ...(body ? bodyMembers(body) : [])];
      const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
      return { method, path, name: `${method} ${path}`, body, ids, members };
    }),
  );
}
