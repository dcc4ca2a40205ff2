import * as adapter from 'glass-easel-miniprogram-adapter';
import type { Recorder } from './recorder.js';

const { glassEasel } = adapter;

export type CodeSpace = ReturnType<adapter.MiniProgramEnv['createCodeSpace']>;
export type ComponentRoot = adapter.Root;
export type FrameworkElement = Parameters<typeof glassEasel.Event.triggerEvent>[0];
export { glassEasel };

/** A node of the page, with the framework's element that it belongs to. */
export type DrawnNode = Node & { __wxElement?: FrameworkElement };

/** Events that stay with the component on which they happen. */
const NOT_BUBBLING = new Set(['input', 'change', 'focus', 'blur', 'confirm', 'submit', 'reset']);

/** WeChat's component framework in this window, with the bundle's templates and component settings. */
export interface Framework {
  readonly space: CodeSpace;
  createRoot(path: string): ComponentRoot;
}

interface Source {
  files: Readonly<Record<string, string>>;
  /** See RuntimePlan.templates. */
  templates: string;
}

/** Sets the framework up on the current window. */
export function startFramework({ files, templates }: Source, recorder: Recorder): Framework {
  glassEasel.addGlobalErrorListener((error, method, related) => {
    recorder.error(error, [nameOf(related), method].filter(Boolean).join(' '));
    return false;
  });
  glassEasel.addGlobalWarningListener((message, related) => {
    recorder.warning(message, nameOf(related));
    return false;
  });
  drawAttributesAsWeChatDoes();
  complainOfMissingHandlers(recorder);
  const environment = new adapter.MiniProgramEnv();
  const space = environment.createCodeSpace('main', true);
  const context = new glassEasel.CurrentWindowBackendContext();
  context.onEvent((target, type, detail, options) => {
    const bubbles = options.bubbles && !NOT_BUBBLING.has(type);
    const event = new glassEasel.Event(type, detail, { ...options, bubbles });
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  const backend = environment.associateBackend(context);
  addTemplates(space, files, templates);
  addSettings(space, files);
  return { space, createRoot: (path) => backend.createRoot('page', space, path) };
}

/** Names of the methods of a page or component that is registered, those of its behaviors too. */
export function methodsOf(space: CodeSpace, path: string): string[] {
  const definition = space.getComponentSpace().getComponentByUrlWithoutDefault(path, '');
  if (!definition) return [];
  definition.prepare();
  return Object.keys(glassEasel.Component.getMethodsFromDef(definition));
}

function addTemplates(space: CodeSpace, files: Source['files'], templates: string): void {
  type Template = Parameters<CodeSpace['addCompiledTemplate']>[1];
  type Groups = Record<string, never>;
  const groups = Reflect.construct(Function, [`return (${templates})`]) as () => Groups;
  const groupList = groups();
  for (const file of Object.keys(files).filter((name) => name.endsWith('.wxml'))) {
    const path = file.slice(0, -'.wxml'.length);
    const content = groupList[path];
    // Handlers on built-in components are listened to on the nodes that stand in for them.
    const template = { groupList, content, fallbackListenerOnNativeNode: true };
    space.addCompiledTemplate(path, template as unknown as Template);
  }
}

function addSettings(space: CodeSpace, files: Source['files']): void {
  for (const [file, text] of Object.entries(files)) {
    if (!file.endsWith('.json') || files[file.replace(/json$/, 'wxml')] === undefined) continue;
    const settings = JSON.parse(text) as Parameters<CodeSpace['addComponentStaticConfig']>[1];
    space.addComponentStaticConfig(file.slice(0, -'.json'.length), settings);
  }
}

/** The framework stays silent about a handler that does not exist; WeChat says so on the console. */
function complainOfMissingHandlers(recorder: Recorder): void {
  type Find = (host: { is: string }, name: string) => unknown;
  const component = glassEasel.Component as unknown as { getMethod: Find };
  const find = component.getMethod;
  component.getMethod = function (host, name) {
    const method = find.call(component, host, name);
    if (method === undefined && name !== '') recorder.missingHandler(host.is, name);
    return method;
  };
}

/** An attribute without a value is taken away, and what a field holds is not an attribute but a live value. */
function drawAttributesAsWeChatDoes(): void {
  interface Drawn {
    getBackendElement(): HTMLElement | null;
    setAttribute(name: string, value: unknown): void;
    removeAttribute(name: string): void;
  }
  const prototype = glassEasel.Element.prototype as unknown as {
    updateAttribute(this: Drawn, name: string, value: unknown): void;
  };
  prototype.updateAttribute = function (name, value) {
    const node = this.getBackendElement();
    if (node && name === 'value' && 'value' in node) node.value = fieldText(value);
    if (node && name === 'src') showPicture(node, fieldText(value));
    if (value === undefined || value === null || value === false) this.removeAttribute(name);
    else this.setAttribute(name, value === true ? '' : value);
  };
}

const fieldText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** WeChat's <image> is no <img>: it draws its picture as a background. */
function showPicture(node: HTMLElement, address: string): void {
  if (node.tagName === 'IMAGE') node.style.backgroundImage = address ? `url("${address}")` : '';
}

function nameOf(related: unknown): string {
  if (typeof related === 'string') return related;
  return (related as { is?: string } | undefined)?.is ?? '';
}
