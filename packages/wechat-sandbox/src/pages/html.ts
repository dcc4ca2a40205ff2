const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of markup that is safe to send as it stands. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | readonly Html[];

/** Builds markup; whatever is put in is escaped, unless it was built by this function too. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = strings.map((text, i) => {
    const part = parts[i];
    return part === undefined ? text : text + rendered(part);
  });
  return new Html(markup.join(''));
}

function rendered(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map((each) => each.markup).join('');
  return String(part).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
