export default definePageConfig({ navigationBarTitleText: '确认购卡' });
