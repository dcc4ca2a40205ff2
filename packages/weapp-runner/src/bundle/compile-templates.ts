import compiler from 'glass-easel-template-compiler';
import type { Bundle } from './read-bundle.js';
import { unknownTags } from './known-tags.js';

/** What the compiler made of all WXML and WXS files. */
export interface CompiledTemplates {
  /** An expression: a table of template functions by path. */
  readonly code: string;
  /** What WeChat's own compiler would complain about, with its place. */
  readonly warnings: readonly string[];
  /** Files that a template imports or includes and that are not there. */
  readonly errors: readonly string[];
}

interface TemplateComplaint {
  message: string;
  startLine: number;
  startColumn: number;
}

/** Compiles a bundle's templates with the compiler of WeChat's component framework. */
export function compileTemplates(bundle: Bundle): CompiledTemplates {
  const group = new compiler.TmplGroup();
  const warnings: string[] = [];
  for (const [file, text] of Object.entries(bundle.files)) {
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), text);
    if (!file.endsWith('.wxml')) continue;
    const complaints = group.addTmpl(file.slice(0, -'.wxml'.length), text) as TemplateComplaint[];
    warnings.push(
      ...complaints.map((one) => `${file}:${one.startLine}:${one.startColumn} ${one.message}`),
      ...unknownTags(bundle, file, text).map((tag) => `${file}: <${tag}> is no known component`),
    );
  }
  const errors = missingTemplates(bundle, group);
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, warnings, errors };
}

type Group = InstanceType<typeof compiler.TmplGroup>;

/** What templates import or include and the bundle does not hold. */
function missingTemplates({ files }: Bundle, group: Group): string[] {
  const templates = Object.keys(files).filter((name) => name.endsWith('.wxml'));
  return templates.flatMap((file) => {
    const path = file.slice(0, -'.wxml'.length);
    const lost = (named: unknown, ending: string) =>
      (named as string[]).filter((one) => !(`${one}${ending}` in files));
    const scripts = lost(group.getScriptDependencies(path), '.wxs');
    // Without a stand-in nothing of the bundle would run.
    for (const script of scripts) group.addScript(script, '');
    const named = [
      ...lost(group.getDirectDependencies(path), '.wxml').map((one) => `${one}.wxml`),
      ...scripts.map((one) => `${one}.wxs`),
    ];
    return named.map((one) => `${file}: "${one}" is not there`);
  });
}
