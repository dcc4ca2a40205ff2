/** The one list of sub-packages: everything that is not a tab lives here, so the main package stays small. */
export const subPackages = [
  { root: 'packages/visit', pages: ['detail/index', 'list/index', 'reschedule/index'] },
  { root: 'packages/me', pages: ['name/index', 'privacy/index', 'help/index'] },
  {
    root: 'packages/wallet',
    pages: [
      'home/index',
      'plans/index',
      'buy/index',
      'statement/index',
      'orders/index',
      'order/index',
      'refund/index',
      'code/index',
      'contracts/index',
      'contract/index',
    ],
  },
  { root: 'packages/coupons', pages: ['home/index', 'detail/index', 'offers/index'] },
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
  wallet: '/packages/wallet/home/index',
  plans: '/packages/wallet/plans/index',
  buy: (planId: string) => `/packages/wallet/buy/index?planId=${planId}`,
  statement: '/packages/wallet/statement/index',
  orders: '/packages/wallet/orders/index',
  order: (orderNo: string) => `/packages/wallet/order/index?orderNo=${orderNo}`,
  refund: '/packages/wallet/refund/index',
  memberCode: '/packages/wallet/code/index',
  contracts: '/packages/wallet/contracts/index',
  coupons: '/packages/coupons/home/index',
  coupon: (id: string) => `/packages/coupons/detail/index?id=${id}`,
  couponOffers: '/packages/coupons/offers/index',
  contract: (id: string) => `/packages/wallet/contract/index?id=${id}`,
};
