export default definePageConfig({
  navigationBarTitleText: '申请退卡',
  enablePullDownRefresh: true,
});
