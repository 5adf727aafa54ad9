import { expect, test } from '../../browser/fixtures.ts';
import { RIGHTS, rightsIn, suspicionsInBuild } from '../../helpers/built.ts';
import { FIREFOX_BUILD } from '../../helpers/firefox/index.ts';

test('the manifest for Firefox requests exactly what is needed', { tag: '@firefox' }, async () => {
  expect(await rightsIn(FIREFOX_BUILD)).toEqual(RIGHTS.firefox);
});

test('no file for Firefox evaluates text, parses it as markup, or loads remote code', {
  tag: '@firefox',
}, async () => {
  expect(await suspicionsInBuild(FIREFOX_BUILD)).toEqual([]);
});
