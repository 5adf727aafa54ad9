import { expect, test } from '../../browser/fixtures.ts';
import { RIGHTS, rightsIn, suspicionsInBuild } from '../../helpers/built.ts';
import { FIREFOX_BUILD } from '../../helpers/firefox/index.ts';

test('the manifest for Firefox asks for exactly what is needed', { tag: '@firefox' }, async () => {
  expect(await rightsIn(FIREFOX_BUILD)).toEqual(RIGHTS.firefox);
});

test('no file for Firefox runs text, makes markup of it, or takes code from elsewhere', {
  tag: '@firefox',
}, async () => {
  expect(await suspicionsInBuild(FIREFOX_BUILD)).toEqual([]);
});
