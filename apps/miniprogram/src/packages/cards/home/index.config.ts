export default definePageConfig({
  navigationBarTitleText: '我的卡',
  enablePullDownRefresh: true,
});
