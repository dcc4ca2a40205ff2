import type { OpenPage } from '../page-stack.js';
import { api, quiet, type Area, type Options, type WxContext } from './api.js';

/** What belongs to the page on screen: its title, scrolling, measuring, sharing. */
export function pageParts({ recorder, stack }: WxContext): Area {
  const ofTop = (name: string, argument?: unknown): unknown => {
    const make = stack.top.instance[name] as (value: unknown) => unknown;
    return make.call(stack.top.instance, argument);
  };
  return {
    nextTick: (work: () => void) => void setTimeout(work),
    pageScrollTo: api(recorder, 'pageScrollTo', (options) => scrollTo(stack.top, options)),
    createSelectorQuery: () => ofTop('createSelectorQuery'),
    createIntersectionObserver: (_: unknown, options: unknown) =>
      ofTop('createIntersectionObserver', options),
    createAnimation: () => animation(),
    ...quiet(recorder, [
      ...['setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor'],
      ...['startPullDownRefresh', 'stopPullDownRefresh', 'setTabBarBadge', 'removeTabBarBadge'],
      ...['showTabBarRedDot', 'hideTabBarRedDot', 'showTabBar', 'hideTabBar'],
      ...['showShareMenu', 'hideShareMenu', 'updateShareMenu'],
      ...['showNavigationBarLoading', 'hideNavigationBarLoading'],
    ]),
  };
}

/** Without layout, as in jsdom, everything lies at the top and nothing moves. */
function scrollTo({ root, holder }: OpenPage, { selector, scrollTop }: Options): object {
  if (typeof selector === 'string') {
    const node = nodeOf(root, selector);
    node?.scrollIntoView?.({ block: 'start' });
  } else if (typeof scrollTop === 'number') {
    holder.ownerDocument.defaultView?.scroll?.(0, scrollTop);
  }
  return {};
}

/** Asks the component framework, because ids of components are not drawn into the document. */
function nodeOf(root: OpenPage['root'], selector: string): HTMLElement | null {
  const element = root.getComponent().getShadowRoot()?.querySelector(selector);
  return (element?.getBackendElement() as HTMLElement | null | undefined) ?? null;
}

/** Steps of an animation are taken and forgotten: nothing moves here. */
function animation(): object {
  const steps: object = new Proxy(
    {},
    { get: (_, name) => (name === 'export' ? () => ({ actions: [] }) : () => steps) },
  );
  return steps;
}
