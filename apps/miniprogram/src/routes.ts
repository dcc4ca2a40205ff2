/** The one list of sub-packages: everything that is not a tab lives here, so the main package stays small. */
export const subPackages = [
  { root: 'packages/visit', pages: ['detail/index', 'list/index', 'reschedule/index'] },
  { root: 'packages/me', pages: ['name/index', 'privacy/index', 'help/index'] },
];

/** Addresses of pages; a page never spells another page's path. */
export const routes = {
  home: '/pages/home/index',
  book: '/pages/book/index',
  care: '/pages/care/index',
  me: '/pages/me/index',
  visit: (id: string) => `/packages/visit/detail/index?id=${id}`,
  visits: '/packages/visit/list/index',
  reschedule: (id: string) => `/packages/visit/reschedule/index?id=${id}`,
  editName: '/packages/me/name/index',
  privacy: '/packages/me/privacy/index',
  help: '/packages/me/help/index',
};
