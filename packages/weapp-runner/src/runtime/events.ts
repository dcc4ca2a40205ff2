import { plain } from './recorder.js';

/** An event as the component framework hands it to a method. */
interface FrameworkEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: unknown;
  currentTarget: unknown;
  mark?: unknown;
  extraFields?: Record<string, unknown>;
  getOriginalEvent(): Event | undefined;
}

/** Events of typing carry what the field holds, whatever the browser says about them. */
const OF_FIELDS = /^(input|change|blur|focus|confirm)$/;

/** Whether a method was called with an event. */
export function isEvent(value: unknown): value is FrameworkEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'getOriginalEvent' in value &&
    typeof value.getOriginalEvent === 'function'
  );
}

/** The event as the logic layer of WeChat gets it: plain JSON, with no way back into the view. */
export function plainEvent(event: FrameworkEvent): Record<string, unknown> {
  const detail = detailOf(event);
  const { x = 0, y = 0 } = (detail ?? {}) as { x?: number; y?: number };
  const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y };
  return {
    type: event.type,
    timeStamp: Math.round(event.timeStamp),
    target: elementOf(event.target),
    currentTarget: elementOf(event.currentTarget),
    mark: plain(event.mark ?? {}),
    detail: plain(detail ?? {}),
    mut: false,
    touches: [touch],
    changedTouches: [touch],
    ...plain(event.extraFields ?? {}),
  };
}

function detailOf(event: FrameworkEvent): unknown {
  const field = event.getOriginalEvent()?.target;
  if (!OF_FIELDS.test(event.type) || !(field && 'value' in field)) return event.detail;
  const value = String(field.value);
  return { value, cursor: value.length, keyCode: 0 };
}

function elementOf(caller: unknown): Record<string, unknown> {
  const element = ((caller as { _$?: unknown })._$ ?? caller) as { id?: string; dataset?: object };
  const dataset = plain(element.dataset ?? {});
  return { id: element.id ?? '', dataset, offsetLeft: 0, offsetTop: 0 };
}
