import compiler from 'glass-easel-template-compiler';
import type { Bundle } from './read-bundle.js';
import { unknownTags } from './known-tags.js';

/** What the compiler made of all WXML and WXS files. */
export interface CompiledTemplates {
  /** An expression: a table of template functions by path. */
  readonly code: string;
  /** What WeChat's own compiler would complain about, with its place. */
  readonly warnings: readonly string[];
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
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, warnings };
}
