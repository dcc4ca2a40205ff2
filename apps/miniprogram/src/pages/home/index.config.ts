export default definePageConfig({ navigationBarTitleText: '颜册', enablePullDownRefresh: true });
