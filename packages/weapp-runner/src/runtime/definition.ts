import { isEvent, plainEvent } from './events.js';
import type { Gesture } from './gesture.js';
import type { Recorder } from './recorder.js';

/** What the bundle gives to Page(), Component() or Behavior(). */
export type Definition = Record<string, unknown>;

type Method = (this: unknown, ...values: unknown[]) => unknown;

interface Ports {
  recorder: Recorder;
  gesture: Gesture;
}

/** What WeChat itself calls in a component or behavior. */
const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached'];

/** Functions of the page at `path` as its view calls them. Their lifecycle is called by the page stack. */
export function crossingPage(path: string, definition: Definition, ports: Ports): Definition {
  return mapFunctions(definition, (method, name) => handling(method, `${path} ${name}`, ports));
}

/** The same for the methods and lifetimes of a component or behavior. */
export function crossingComponent(path: string, definition: Definition, ports: Ports): Definition {
  const watched = (method: Method, name: string) => watching(method, `${path} ${name}`, ports);
  const crossing = mapFunctions(definition, (method, name) =>
    LIFETIMES.includes(name) ? watched(method, name) : method,
  );
  for (const group of ['lifetimes', 'pageLifetimes', 'observers']) {
    const members = definition[group];
    if (isGroup(members)) crossing[group] = mapFunctions(members, watched);
  }
  const { methods } = definition;
  if (isGroup(methods)) crossing['methods'] = crossingPage(path, methods, ports);
  return crossing;
}

/** Events reach a method as plain JSON, it knows whether it runs inside a tap, and a rejection does not get lost. */
function handling(method: Method, where: string, { recorder, gesture }: Ports): Method {
  return function (first, ...others) {
    if (!isEvent(first)) return method.call(this, first, ...others);
    if (first.type === 'tap') gesture.begin();
    const result = method.call(this, plainEvent(first), ...others);
    recorder.outcome(result, where);
    return result;
  };
}

function watching(method: Method, where: string, { recorder }: Ports): Method {
  return function (...values) {
    const result = method.apply(this, values);
    recorder.outcome(result, where);
    return result;
  };
}

function mapFunctions(
  group: Definition,
  make: (method: Method, name: string) => Method,
): Definition {
  return Object.fromEntries(
    Object.entries(group).map(([name, member]) => [
      name,
      typeof member === 'function' ? make(member as Method, name) : member,
    ]),
  );
}

const isGroup = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
