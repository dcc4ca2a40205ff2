export default definePageConfig({
  navigationBarTitleText: '卡详情',
  enablePullDownRefresh: true,
});
