import { aboutLines, assetLabel } from './about';

it('tells an entry in words and leaves out what only programs read', () => {
  const about = [
    { name: 'title', value: '面部护理' },
    { name: 'spendId', value: '01J' },
    { name: 'listPriceFen', value: '38000' },
    { name: 'of', value: 'spend' },
  ];
  expect(aboutLines(about)).toEqual([
    { name: '事由', value: '面部护理', isCode: false },
    { name: '扣款编号', value: '01J', isCode: true },
    { name: '优惠前价格', value: '¥380.00', isCode: false },
  ]);
});

it('counts what is not money by its own unit', () => {
  expect([assetLabel('CNY', 12_050), assetLabel('SES', 3), assetLabel('PTS', 40)]).toEqual([
    '¥120.50',
    '3 次',
    '40 分',
  ]);
});
