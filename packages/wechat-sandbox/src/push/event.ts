export type PushFormat = 'json' | 'xml';

/** A value that both JSON and XML can carry. */
export type PushValue =
  | string
  | number
  | readonly PushValue[]
  | { readonly [name: string]: PushValue };

/** An event before it takes the form that the receiver asked for. */
export interface PushEvent {
  readonly event: string;
  /** FromUserName: the person, or the platform's own account. */
  readonly from: string;
  readonly fields: Readonly<Record<string, PushValue>>;
  /** The items of a subscribe-message event and the element that holds them in XML. */
  readonly list?: {
    readonly element: string;
    readonly items: readonly Readonly<Record<string, PushValue>>[];
  };
}

/** Writes an event as the receiver has chosen. @param createTime seconds since 1970 */
export function writeEvent(
  event: PushEvent,
  format: PushFormat,
  toUserName: string,
  createTime: number,
): string {
  const head = {
    ToUserName: toUserName,
    FromUserName: event.from,
    CreateTime: createTime,
    MsgType: 'event',
    Event: event.event,
  };
  if (format === 'json') return JSON.stringify({ ...head, ...jsonList(event), ...event.fields });
  const { list } = event;
  const held = list === undefined ? {} : { [list.element]: { List: list.items } };
  return xmlDocument({ ...head, ...held, ...event.fields });
}

/** In JSON the platform sends a single item as an object, and more as an array. */
function jsonList({ list }: PushEvent): Record<string, PushValue> {
  if (list === undefined) return {};
  const [first, ...others] = list.items;
  return { List: first !== undefined && others.length === 0 ? first : list.items };
}

export function xmlDocument(fields: Readonly<Record<string, PushValue>>): string {
  return `<xml>${elements(fields)}</xml>`;
}

function elements(fields: Readonly<Record<string, PushValue>>): string {
  return Object.entries(fields)
    .map(([name, value]) =>
      isList(value) ? value.map((each) => element(name, each)).join('') : element(name, value),
    )
    .join('');
}

function element(name: string, value: PushValue): string {
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: PushValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return isList(value) ? value.map(content).join('') : elements(value);
}

function isList(value: PushValue): value is readonly PushValue[] {
  return Array.isArray(value);
}
