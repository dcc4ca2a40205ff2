import type { paths } from '@yance/shared-types';

/** What a call takes and answers, read from the API's contract. */
export type Method = 'get' | 'post' | 'patch' | 'put';

type OperationOf<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

/** Addresses that know this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: [OperationOf<P, M>] extends [never] ? never : P;
}[keyof paths];

type ParamsOf<Op> = Op extends { parameters: { path: infer Params } }
  ? { params: Params }
  : unknown;

type QueryOf<Op> = Op extends { parameters: { query: infer Query } }
  ? { query: Query }
  : Op extends { parameters: { query?: infer Query } }
    ? { query?: Query }
    : unknown;

type BodyOf<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : unknown;

/** What must be handed over for a call. */
export type Given<M extends Method, P extends keyof paths> = ParamsOf<OperationOf<P, M>> &
  QueryOf<OperationOf<P, M>> &
  BodyOf<OperationOf<P, M>>;

type JsonOf<Response> = Response extends { content: { 'application/json': infer Json } }
  ? Json
  : undefined;

/** The answer of a call that went well. */
export type AnswerOf<M extends Method, P extends keyof paths> =
  OperationOf<P, M> extends { responses: infer Responses }
    ? JsonOf<Responses[keyof Responses & (200 | 201 | 204)]>
    : never;
