import { subPackages } from './routes';

/**
 * Of the H5 preview. While a page slides, its router forgets a tap on a tab or a second step back and leaves
 * an empty page behind (@tarojs/router 4.2.1 takes the page that leaves for the one on top).
 */
const PAGES_TURN_AT_ONCE = { animation: false };

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/book/index', 'pages/care/index', 'pages/me/index'],
  subPackages,
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '颜册',
    navigationBarBackgroundColor: '#FAF7F4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF7F4',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#736965',
    selectedColor: '#9C555C',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('book', '预约'), tab('care', '护理'), tab('me', '我的')],
  },
  ...(process.env.TARO_ENV === 'h5' && PAGES_TURN_AT_ONCE),
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
});

function tab(name: string, text: string) {
  return {
    pagePath: `pages/${name}/index`,
    text,
    iconPath: `assets/tab/${name}.png`,
    selectedIconPath: `assets/tab/${name}-on.png`,
  };
}
