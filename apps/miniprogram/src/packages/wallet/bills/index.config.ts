export default definePageConfig({
  navigationBarTitleText: '消费账单',
  enablePullDownRefresh: true,
});
