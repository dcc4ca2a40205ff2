import { subPackages } from './routes';

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
