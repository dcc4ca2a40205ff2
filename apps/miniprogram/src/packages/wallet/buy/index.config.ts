export default definePageConfig({ navigationBarTitleText: '确认充值' });
