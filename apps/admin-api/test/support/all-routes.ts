import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type Access } from '../../src/platform/auth/index.js';

/** A route as the controllers declare it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As it is called, with `:id` for ids: `/api/client/appointments/:id`. */
  readonly path: string;
  /** `GET /api/client/me`. */
  readonly name: string;
  readonly access: Access | undefined;
  readonly takesBody: boolean;
  readonly takesQuery: boolean;
}

type Handler = (...args: never[]) => unknown;

/** Not below /api: a proxy, a supervisor or somebody’s calendar asks for them. */
const OUTSIDE = /^\/(?:health\/(?:live|ready)|metrics|calendar\/:file)$/;

const pathOf = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined]
    .flat()
    .map((path) => path ?? '');

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Whether a handler has a parameter of this kind that is checked against a DTO. */
function takes(controller: Type, method: string, kind: RouteParamtypes): boolean {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as object;
  return Object.keys(args).some((key) => key.split(':')[0] === String(kind));
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (!handler) return [];
    const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (verb === undefined) return [];
    const access = (Reflect.getMetadata(ACCESS, handler) ??
      Reflect.getMetadata(ACCESS, controller)) as Access | undefined;
    const facts = {
      method: RequestMethod[verb] as Route['method'],
      access,
      takesBody: takes(controller, method, RouteParamtypes.BODY),
      takesQuery: takes(controller, method, RouteParamtypes.QUERY),
    };
    return pathOf(controller).flatMap((base) =>
      pathOf(handler).map((own) => {
        const below = joined(base, own);
        const path = OUTSIDE.test(below) ? below : joined('api', below);
        return { ...facts, path, name: `${facts.method} ${path}` };
      }),
    );
  });
}

/** Every route of every controller of the application, by name. */
export function allRoutes(app: NestFastifyApplication): Route[] {
  const controllers = new Set<Type>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) controllers.add(metatype as Type);
  }
  const routes = [...controllers].flatMap(routesOf);
  return routes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the HTTP server answers, read from its own router: `GET /api/client/me`. HEAD comes with every GET. */
export function servedRoutes(app: NestFastifyApplication): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const prefixes: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', label = '', methods] =
      /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (label === '') return [];
    const depth = indent.length / 4;
    prefixes[depth] = (prefixes[depth - 1] ?? '') + label;
    const path = prefixes[depth];
    const own = (methods ?? '').split(', ').filter((method) => !['', 'HEAD'].includes(method));
    return own.map((method) => `${method} ${path}`);
  });
}

/** The path of a route with something in place of each id. */
export function pathWith(route: Route, id: string): string {
  return route.path.replace(/:\w+/g, () => id);
}
