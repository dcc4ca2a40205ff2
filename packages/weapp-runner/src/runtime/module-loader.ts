import { resolvePath } from './paths.js';

/** Names of browsers and of Node that the logic layer of WeChat does not have. */
const HIDDEN = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage'],
  ...['sessionStorage', 'history', 'caches', 'screen', 'alert', 'confirm', 'prompt'],
  ...['XMLHttpRequest', 'WebSocket', 'fetch', 'process', 'Buffer', 'global', 'URL'],
  ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'crypto', 'indexedDB'],
];

interface LoadedModule {
  exports: unknown;
}

type ModuleBody = (...values: unknown[]) => void;

/** Loads the bundle's JavaScript as WeChat's logic layer does: each file once, wrapped, without browser names. */
export class ModuleLoader {
  private readonly loaded = new Map<string, LoadedModule>();

  /** @param globals what every module sees: wx, App, getApp and so on; read anew for each module */
  constructor(
    private readonly files: Readonly<Record<string, string>>,
    private readonly globals: () => Readonly<Record<string, unknown>>,
  ) {}

  /**
   * Runs a module unless it ran before, and gives its exports.
   * @param id path without .js
   * @throws Error when there is no such file, or what the module throws
   */
  require(id: string): unknown {
    const known = this.loaded.get(id);
    if (known) return known.exports;
    const source = this.files[`${id}.js`];
    if (source === undefined) throw new Error(`module '${id}.js' is not defined`);
    const made: LoadedModule = { exports: {} };
    this.loaded.set(id, made);
    const globals = this.globals();
    const names = ['require', 'module', 'exports', ...Object.keys(globals), ...HIDDEN];
    const require = (named: string) => this.require(resolvePath(id, named).replace(/\.js$/, ''));
    const body = compile(names, source, id);
    body(require, made, made.exports, ...Object.values(globals));
    return made.exports;
  }
}

/** The window's own Function, so that the module runs in the window's realm. */
function compile(names: readonly string[], source: string, id: string): ModuleBody {
  const text = `${source}\n//# sourceURL=weapp:///${id}.js`;
  return Reflect.construct(Function, [...names, text]) as ModuleBody;
}
