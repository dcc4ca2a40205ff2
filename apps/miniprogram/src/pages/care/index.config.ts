export default definePageConfig({
  navigationBarTitleText: '护理',
  enablePullDownRefresh: true,
});
