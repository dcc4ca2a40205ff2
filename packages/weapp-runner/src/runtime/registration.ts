import { isEvent, plainEvent } from './events.js';
import type { CodeSpace } from './framework.js';
import type { Gesture } from './gesture.js';
import { resolvePath } from './paths.js';
import type { Recorder } from './recorder.js';

type Definition = Record<string, unknown>;
type Registrar = (definition: Definition) => unknown;

/** What Page(), Component() and Behavior() do while one file runs. */
export interface Registrars {
  Page: Registrar;
  Component: Registrar;
  Behavior: Registrar;
}

interface Ports {
  files: Readonly<Record<string, string>>;
  space: CodeSpace;
  recorder: Recorder;
  gesture: Gesture;
  require: (id: string) => unknown;
}

interface UsesComponents {
  usingComponents?: Record<string, string>;
}

/** Runs the files of pages and components, each in its own registration environment, as WeChat does. */
export class Registration {
  private readonly begun = new Set<string>();
  private readonly done = new Set<string>();

  /** Registrars of the file that is running; outside of one, registering is a mistake of the bundle. */
  current: Registrars | undefined;

  constructor(private readonly ports: Ports) {}

  /**
   * Registers a page or component and everything it uses.
   * @throws Error when its file is missing, throws, or never registers
   */
  load(path: string): void {
    if (this.begun.has(path)) return;
    this.begun.add(path);
    for (const used of this.usedBy(path)) this.loadUsed(path, used);
    this.run(path);
    if (!this.done.has(path)) throw new Error(`"${path}" has not been registered yet`);
  }

  private usedBy(path: string): string[] {
    const configs = ['app.json', `${path}.json`].map(
      (name) => JSON.parse(this.ports.files[name] ?? '{}') as UsesComponents,
    );
    return configs.flatMap((config, index) =>
      Object.values(config.usingComponents ?? {}).map((to) =>
        resolvePath(index === 0 ? 'app' : path, to),
      ),
    );
  }

  private loadUsed(path: string, used: string): void {
    if (used === path) return;
    if (this.ports.files[`${used}.wxml`] === undefined) {
      this.ports.recorder.error(`component "${used}" is not found`, path);
      return;
    }
    this.load(used);
  }

  private run(path: string): void {
    const { space, require } = this.ports;
    space.componentEnv(path, (environment) => {
      const before = this.current;
      const note = (register: unknown) => (definition: Definition) => {
        this.done.add(path);
        return (register as Registrar)(definition);
      };
      this.current = {
        Page: (definition) => note(environment.Page)(this.wrapped(definition)),
        Component: (definition) => note(environment.Component)(this.wrappedMethods(definition)),
        Behavior: (definition) =>
          (environment.Behavior as unknown as Registrar)(this.wrappedMethods(definition)),
      };
      try {
        require(path);
      } finally {
        this.current = before;
      }
    });
  }

  private wrappedMethods(definition: Definition): Definition {
    const methods = definition['methods'] as Definition | undefined;
    return methods ? { ...definition, methods: this.wrapped(methods) } : definition;
  }

  /** Events reach methods as plain JSON, and a method knows whether it runs inside a tap. */
  private wrapped(definition: Definition): Definition {
    const { gesture } = this.ports;
    return Object.fromEntries(
      Object.entries(definition).map(([name, member]) => {
        if (typeof member !== 'function') return [name, member];
        const method = member as (this: unknown, ...values: unknown[]) => unknown;
        function crossing(this: unknown, first: unknown, ...others: unknown[]): unknown {
          if (!isEvent(first)) return method.call(this, first, ...others);
          if (first.type === 'tap') gesture.begin();
          return method.call(this, plainEvent(first), ...others);
        }
        return [name, crossing];
      }),
    );
  }
}
