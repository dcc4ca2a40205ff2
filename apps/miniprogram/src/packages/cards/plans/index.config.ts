export default definePageConfig({
  navigationBarTitleText: '次卡与疗程卡',
  enablePullDownRefresh: true,
});
