import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const sharedTypes = path.resolve(__dirname, '../../../packages/shared-types');

/** Written for newer engines than the oldest phone has. */
const qr = path.dirname(require.resolve('qr'));

/** Sizes are written in real px for both targets: a 44 px touch target stays 44 px on a 320 px phone. */
const realPixels = { pxtransform: { enable: false } };

const config: UserConfigExport<'webpack5'> = {
  projectName: 'yance-miniprogram',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  defineConstants: {
    // The H5 preview calls its own origin; a phone needs the public one.
    API_ORIGIN: JSON.stringify(
      process.env.TARO_ENV === 'h5'
        ? ''
        : (process.env.YANCE_PUBLIC_ORIGIN ?? 'http://127.0.0.1:3000'),
    ),
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  mini: {
    compile: { include: [sharedTypes, qr] },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { ...realPixels, cssModules: { enable: false } },
  },
  h5: {
    webpackChain(chain) {
      chain.module
        .rule('plain-tabs')
        .test(/@tarojs[\\/]components[\\/]dist[\\/]components[\\/]taro-tabbar\.js$/)
        .use('plain-tabs')
        .loader(path.resolve(__dirname, 'plain-tabs.cjs'));
    },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [sharedTypes, qr] },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...realPixels, autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
};

export default defineConfig<'webpack5'>(config);
