import { afterEach, expect, it } from '@jest/globals';
import { aPhone, closePhones } from './support/a-bundle.js';

afterEach(closePhones);

/** Nobody touches anything and nobody goes anywhere: the bundle is only opened. */
async function report(files: Record<string, string | object>) {
  const { errors, warnings } = await (await aPhone(files)).report();
  return { errors: errors.join('\n'), warnings: warnings.join('\n') };
}
const errors = async (files: Record<string, string | object>) => (await report(files)).errors;

const PAGES = { 'app.json': { pages: ['pages/home/index', 'pages/deep/index'] } };
const DEEP = { 'pages/deep/index.wxml': '<view />', 'pages/deep/index.js': 'Page({})' };

it('catches a page of app.json without files, in the main package and in a sub-package', async () => {
  expect(await errors(PAGES)).toContain('page "pages/deep/index" has no pages/deep/index.js');
  const sub = { pages: ['pages/home/index'], subPackages: [{ root: 'more/', pages: ['a/index'] }] };
  const found = await errors({ 'app.json': sub, 'more/a/index.js': 'Page({})' });
  expect(found).toContain('page "more/a/index" has no more/a/index.wxml');
});

it('catches a page that never registers, or throws on loading, though nobody opens it', async () => {
  const silent = { ...PAGES, ...DEEP, 'pages/deep/index.js': 'const page = {}' };
  expect(await errors(silent)).toContain('"pages/deep/index" has not been registered yet');
  const throwing = { ...PAGES, ...DEEP, 'pages/deep/index.js': `throw new Error('on loading')` };
  expect(await errors(throwing)).toContain('on loading');
});

it('catches a page of a sub-package that never registers', async () => {
  const found = await errors({
    'app.json': { pages: ['pages/home/index'], subpackages: [{ root: 'more', pages: ['a'] }] },
    'more/a.wxml': '<view />',
    'more/a.js': '',
  });
  expect(found).toContain('"more/a" has not been registered yet');
});

it('catches a page of tabBar that is not in pages', async () => {
  const tabs = [{ pagePath: 'pages/home/index' }, { pagePath: 'pages/me/index' }];
  const found = await errors({
    'app.json': { pages: ['pages/home/index'], tabBar: { list: tabs } },
  });
  expect(found).toBe('app.json: tabBar page "pages/me/index" is not in pages');
});

it.each(['<import src="./lost.wxml" />', '<view><include src="/pages/home/lost" /></view>'])(
  'catches a template that is not there: %s',
  async (wxml) => {
    expect(await errors({ 'pages/home/index.wxml': wxml })).toBe(
      'pages/home/index.wxml: "pages/home/lost.wxml" is not there',
    );
  },
);

it('catches a WXS module that is not there', async () => {
  const found = await errors({ 'pages/home/index.wxml': '<wxs module="m" src="./lost.wxs" />' });
  expect(found).toContain('pages/home/index.wxml: "pages/home/lost.wxs" is not there');
});

it('catches a missing @import of the app, of a page and of what they import', async () => {
  const found = await errors({
    'app.wxss': '@import "./base.wxss"; /* @import "old.wxss"; */',
    'base.wxss': `@import url('./colours.wxss');`,
    'pages/home/index.wxss': '@import "/lost.wxss";',
  });
  expect(found.split('\n').sort()).toEqual([
    'base.wxss: @import of "colours.wxss", which is not there',
    'pages/home/index.wxss: @import of "lost.wxss", which is not there',
  ]);
});

it('catches a component that does not exist, in the app, in a page nobody opens, in a component', async () => {
  const found = await errors({
    ...DEEP,
    'app.json': { ...PAGES['app.json'], usingComponents: { a: 'parts/a' } },
    'pages/deep/index.json': { usingComponents: { b: '../../parts/b', part: '/parts/part' } },
    'parts/part.json': { component: true, usingComponents: { c: './c' } },
    'parts/part.wxml': '<view />',
    'parts/part.js': 'Component({})',
  });
  expect(found.split('\n').sort()).toEqual([
    'app.json: component "parts/a" is not found',
    'pages/deep/index.json: component "parts/b" is not found',
    'parts/part.json: component "parts/c" is not found',
  ]);
});

const missing = (page: string, name: string) =>
  `${page}: does not have a method "${name}" to handle an event`;

it('catches a handler that does not exist before anybody taps, also where nothing is drawn yet', async () => {
  const { warnings } = await report({
    ...PAGES,
    ...DEEP,
    'pages/home/index.wxml': `<view wx:if="{{later}}" bindtap="one" catch:tap='two' mut-bind:tap="three">
      <input capture-bind:input="four" bindblur="{{any}}" catchtouchmove="" bindfocus="known" /></view>`,
    'pages/home/index.js': 'Page({ known() {} })',
    'pages/deep/index.wxml': '<view bindtap="five" />',
  });
  expect(warnings.split('\n')).toEqual([
    ...['one', 'two', 'three', 'four'].map((name) => missing('pages/home/index', name)),
    missing('pages/deep/index', 'five'),
  ]);
});

it('looks for handlers of what a template includes and draws, not of what it merely could', async () => {
  const { warnings } = await report({
    'pages/home/index.wxml': `<import src="/shared" /><include src="/head.wxml" />
      <template is="used"></template><view bindtap="own" />`,
    'head.wxml': '<view bindtap="head" />',
    'shared.wxml': `<template name="used"><template is="inner" /><view bindtap="used" /></template>
      <template name="inner"><view bindtap="inner" /></template>
      <template name="unused"><view bindtap="unused" /></template>`,
  });
  const names = ['own', 'head', 'used', 'inner'];
  expect(warnings.split('\n').sort()).toEqual(
    names.map((name) => missing('pages/home/index', name)).sort(),
  );
});

it('looks into every template where the name is worked out while drawing', async () => {
  const { warnings } = await report({
    'pages/home/index.wxml': `<import src="/shared" /><template is="{{which}}" />`,
    'shared.wxml': '<template name="any"><view bindtap="any" /></template>',
  });
  expect(warnings).toBe(missing('pages/home/index', 'any'));
});

it('knows the methods of components and of their behaviors', async () => {
  const found = await report({
    'pages/home/index.json': { usingComponents: { part: '/parts/part' } },
    'pages/home/index.wxml': '<part />',
    'parts/part.json': { component: true },
    'parts/part.wxml':
      '<view bindtap="own"><view bindtap="shared" /><view bindtap="lost" /></view>',
    'parts/part.js': `const shared = Behavior({ methods: { shared() {} } })
      Component({ behaviors: [shared], methods: { own() {} } })`,
  });
  expect(found).toEqual({ errors: '', warnings: missing('parts/part', 'lost') });
});
