/** Whether the app may make links: 'personal' and the like are what the platform's console decides. */
export const LINK_PERMISSIONS = [
  'granted',
  'personal',
  'none',
  'sealed',
  'banned',
  'visitsUsedUp',
] as const;
export type LinkPermission = (typeof LINK_PERMISSIONS)[number];

/** What the platform's console says of the app. */
export interface AppSettings {
  /** Whether a version is online; without one there are no links (85079) and no checked pages. */
  readonly released: boolean;
  /** The pages of the released version; null takes every well-formed path for a page. */
  readonly pages: readonly string[] | null;
  readonly linkPermission: LinkPermission;
  /** Addresses that may ask for tokens; null allows all. */
  readonly ipWhitelist: readonly string[] | null;
  /** Paths of interfaces that the app has no right to: 48001. */
  readonly unauthorized: readonly string[];
  /** What is_trade_managed answers. */
  readonly tradeManaged: boolean;
  /** What is_trade_management_confirmation_completed answers. */
  readonly tradeConfirmed: boolean;
  /** Seconds, by the clock, from media_check_async to its event. */
  readonly mediaCheckSeconds: number;
  /** Set by set_msg_jump_path. */
  readonly messageJumpPath: string | null;
  /** Asked for by setwxatradetypecgi, once. */
  readonly requestedTradeType: number | null;
}

/** A released app with every right, as most of the work needs it. */
export const DEFAULT_SETTINGS: AppSettings = {
  released: true,
  pages: null,
  linkPermission: 'granted',
  ipWhitelist: null,
  unauthorized: [],
  tradeManaged: true,
  tradeConfirmed: true,
  mediaCheckSeconds: 1,
  messageJumpPath: null,
  requestedTradeType: null,
};

const PAGE_PATH = /^[\w-]+(\/[\w-]+)*$/;

/** Whether the path names a page of the app: no leading slash, no query. */
export function isPage(settings: AppSettings, path: string): boolean {
  return PAGE_PATH.test(path) && (settings.pages === null || settings.pages.includes(path));
}
