/** A product as a manager writes it; a change makes another. */
export const productBody = (storeIds: readonly string[], change: object = {}): object => ({
  ...{ name: '舒缓面膜', category: '面部居家', brand: '颜册', unit: '5片/盒' },
  ...{ description: '敏感期也能用的生物纤维面膜。', priceFen: 16_800, memberPriceFen: 14_800 },
  ...{ barcode: null, imageUrl: null, storeIds, state: 'on_sale', sort: 1, ...change },
});

/** A timed price of services on weekdays at noon. */
export const ruleBody = (storeIds: readonly string[], change: object = {}): object => ({
  ...{ kind: 'timed', name: '工作日午间', effectKind: 'permille', effectValue: 800 },
  ...{ scopeKind: 'services', scopeIds: [], parts: [], from: null, until: null },
  ...{ weekdays: [1, 2, 3, 4, 5], monthDays: [], fromMinute: 660, untilMinute: 840 },
  ...{ membersOnly: false, daysBefore: 0, daysAfter: 0, storeIds, state: 'on', ...change },
});
