export default definePageConfig({ navigationBarTitleText: '储值协议' });
