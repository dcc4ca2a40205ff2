import { crossingComponent, crossingPage, type Definition } from './definition.js';
import { methodsOf, type CodeSpace } from './framework.js';
import type { Gesture } from './gesture.js';
import { resolvePath } from './paths.js';
import type { Recorder } from './recorder.js';

type Registrar = (definition: Definition) => unknown;

/** What Page(), Component() and Behavior() do while one file runs. */
export interface Registrars {
  Page: Registrar;
  Component: Registrar;
  Behavior: Registrar;
}

interface Ports {
  files: Readonly<Record<string, string>>;
  /** See RuntimePlan.handlers. */
  handlers: Readonly<Record<string, readonly string[]>>;
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
  private readonly failed = new Map<string, unknown>();
  private readonly done = new Set<string>();

  /** Registrars of the file that is running; outside of one, registering is a mistake of the bundle. */
  current: Registrars | undefined;

  constructor(private readonly ports: Ports) {}

  /**
   * Registers a page or component and everything it uses.
   * @throws Error when its file is missing, throws, or never registers
   */
  load(path: string): void {
    if (this.failed.has(path)) throw this.failed.get(path);
    if (this.begun.has(path)) return;
    this.begun.add(path);
    try {
      for (const used of this.usedBy(path)) this.loadUsed(used, path);
      this.run(path);
      if (!this.done.has(path)) throw new Error(`"${path}" has not been registered yet`);
    } catch (error) {
      this.failed.set(path, error);
      throw error;
    }
    this.checkHandlers(path);
  }

  /** Loads each page that was not loaded yet; one that cannot be loaded is an error of the bundle. */
  loadRest(pages: readonly string[]): void {
    for (const path of pages.filter((page) => !this.begun.has(page))) {
      try {
        this.load(path);
      } catch (error) {
        this.ports.recorder.error(error, path);
      }
    }
  }

  private checkHandlers(path: string): void {
    const { handlers, recorder, space } = this.ports;
    const methods = methodsOf(space, path);
    for (const name of handlers[path] ?? []) {
      if (!methods.includes(name)) recorder.missingHandler(path, name);
    }
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

  /** A component without files is among the faults of the bundle already. */
  private loadUsed(used: string, by: string): void {
    if (used !== by && this.ports.files[`${used}.wxml`] !== undefined) this.load(used);
  }

  private run(path: string): void {
    const { space, recorder, require } = this.ports;
    space.componentEnv(path, (environment) => {
      const before = this.current;
      const note = (register: unknown, definition: Definition, crossing: typeof crossingPage) => {
        this.done.add(path);
        recorder.initialData(path, definition['data']);
        return (register as Registrar)(crossing(path, definition, this.ports));
      };
      this.current = {
        Page: (definition) => note(environment.Page, definition, crossingPage),
        Component: (definition) => note(environment.Component, definition, crossingComponent),
        Behavior: (definition) =>
          (environment.Behavior as unknown as Registrar)(
            crossingComponent(path, definition, this.ports),
          ),
      };
      try {
        require(path);
      } finally {
        this.current = before;
      }
    });
  }
}
