import {
  SetMetadata,
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission } from './permissions.js';
import type { ClientPrincipal, Principal, StaffPrincipal } from './principal.js';

/** Who may call a route. A route without it is refused to everyone. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'client' }
  | { readonly kind: 'staff'; readonly permission: Permission };

export const ACCESS = 'yance:access';

/** Anyone, signed in or not. A test holds the list of these. */
export const PublicRoute = (): CustomDecorator =>
  SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** A signed-in client, for her own things only: the handler scopes every query by `customerId`. */
export const ClientRoute = (): CustomDecorator =>
  SetMetadata(ACCESS, { kind: 'client' } satisfies Access);

/** A signed-in member of staff who has the permission. */
export const StaffRoute = (permission: Permission): CustomDecorator =>
  SetMetadata(ACCESS, { kind: 'staff', permission } satisfies Access);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by AccessGuard on routes that are not public. */
    principal?: Principal;
  }
}

function principalOf<K extends Principal['kind']>(
  context: ExecutionContext,
  kind: K,
): Extract<Principal, { kind: K }> {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (principal?.kind !== kind) throw new Error(`the route was not guarded for a ${kind}`);
  return principal as Extract<Principal, { kind: K }>;
}

export const CurrentClient = createParamDecorator(
  (_: unknown, context: ExecutionContext): ClientPrincipal => principalOf(context, 'client'),
);

export const CurrentStaff = createParamDecorator(
  (_: unknown, context: ExecutionContext): StaffPrincipal => principalOf(context, 'staff'),
);
