import { resolveName } from './missing-files.js';
import type { Bundle } from './read-bundle.js';

/** One WXML file: what it binds and draws outside its named templates, and in each of them. */
interface Sheet {
  readonly body: Part;
  readonly templates: ReadonlyMap<string, Part>;
  readonly imports: readonly string[];
}

interface Part {
  readonly handlers: Set<string>;
  readonly includes: Set<string>;
  /** Names of templates that are drawn here. */
  readonly uses: Set<string>;
  /** Whether a template is drawn whose name is worked out while drawing: it may be any. */
  usesAny: boolean;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const BINDING = /^(?:capture-|mut-)?(?:bind|catch)/;
const NO_MARKUP = /<!--[\s\S]*?-->|<wxs\b[^>]*?(?:\/>|>[\s\S]*?<\/wxs>)/g;

/**
 * Names of the methods that each template calls when something happens, by the template's path: its own, and those
 * of what it includes and of the templates that it draws. Names worked out while drawing are left out.
 */
export function handlersOf({ files }: Bundle): Record<string, string[]> {
  const sheets = new Map(
    Object.keys(files)
      .filter((name) => name.endsWith('.wxml'))
      .map((name) => [name, readSheet(name, files[name] ?? '')]),
  );
  return Object.fromEntries(
    [...sheets.keys()].map((name) => [
      name.slice(0, -'.wxml'.length),
      [...new Set(drawnBy(name, sheets).flatMap(({ handlers }) => [...handlers]))],
    ]),
  );
}

/** Every part that drawing one file can come to. */
function drawnBy(file: string, sheets: ReadonlyMap<string, Sheet>): Part[] {
  const seen = new Set<Part>();
  const visit = (name: string, part: Part | undefined): void => {
    if (!part || seen.has(part)) return;
    seen.add(part);
    for (const included of part.includes) visit(included, sheets.get(included)?.body);
    for (const [from, template, named] of templatesIn(name, sheets)) {
      if (part.usesAny || part.uses.has(named)) visit(from, template);
    }
  };
  visit(file, sheets.get(file)?.body);
  return [...seen];
}

/** Named templates that a file can draw: its own and those of the files that it imports. */
function templatesIn(file: string, sheets: ReadonlyMap<string, Sheet>): [string, Part, string][] {
  return [file, ...(sheets.get(file)?.imports ?? [])].flatMap((from) =>
    [...(sheets.get(from)?.templates ?? [])].map(([name, part]): [string, Part, string] => [
      from,
      part,
      name,
    ]),
  );
}

function readSheet(file: string, text: string): Sheet {
  const body = emptyPart();
  const templates = new Map<string, Part>();
  const imports: string[] = [];
  const nameOf = (named = '') =>
    resolveName(file, named.endsWith('.wxml') ? named : `${named}.wxml`);
  const around: Part[] = [];
  let part = body;
  for (const [, closing, tag = '', written = ''] of text.replace(NO_MARKUP, '').matchAll(TAG)) {
    if (closing) {
      if (tag === 'template') part = around.pop() ?? body;
      continue;
    }
    const attributes = attributesIn(written);
    if (tag === 'import') imports.push(nameOf(attributes.get('src')));
    else if (tag === 'include') part.includes.add(nameOf(attributes.get('src')));
    else if (tag === 'template') {
      const inside = templateAt(part, attributes, templates);
      if (written.endsWith('/')) continue;
      around.push(part);
      part = inside;
    } else noteHandlers(part, attributes);
  }
  return { body, templates, imports };
}

/** The part that a template tag opens: a new one when it is named, else what it is drawn in. */
function templateAt(
  part: Part,
  attributes: ReadonlyMap<string, string>,
  templates: Map<string, Part>,
): Part {
  const name = attributes.get('name');
  if (name !== undefined) {
    const named = emptyPart();
    templates.set(name, named);
    return named;
  }
  const drawn = attributes.get('is') ?? '';
  if (drawn.includes('{{')) part.usesAny = true;
  else part.uses.add(drawn);
  return part;
}

function noteHandlers(part: Part, attributes: ReadonlyMap<string, string>): void {
  for (const [name, value] of attributes) {
    if (BINDING.test(name) && value !== '' && !value.includes('{{')) part.handlers.add(value);
  }
}

const attributesIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );

const emptyPart = (): Part => ({
  handlers: new Set(),
  includes: new Set(),
  uses: new Set(),
  usesAny: false,
});
