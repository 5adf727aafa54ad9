import { BUILD } from '../../helpers/browser.ts';
import { RIGHTS, rightsIn, suspicionsIn, suspicionsInBuild } from '../../helpers/built.ts';
import { expect, test } from '../fixtures.ts';

test('the manifest asks for exactly what is needed', async () => {
  expect(await rightsIn(BUILD)).toEqual(RIGHTS.chrome);
});

test('no file of the package runs text, makes markup of it, or takes code from elsewhere', async () => {
  expect(await suspicionsInBuild(BUILD)).toEqual([]);
  for (const text of [
    'eval(a)',
    'new Function("a")',
    'setTimeout("a()",1)',
    'a.innerHTML=b',
    'a.outerHTML += b',
    'a.insertAdjacentHTML("beforeend",b)',
    'document.write(a)',
    'h("p",{dangerouslySetInnerHTML:{__html:a}})',
    'import(a)',
    'import("https://ond.example/a.js")',
    'import a from"//ond.example/a"',
    'importScripts("a.js")',
    'a.src=`https://ond.example/a.js`',
  ])
    expect(suspicionsIn('a.js', text), text).not.toEqual([]);
  for (const text of [
    '<script>a()</script>',
    '<script type="module" src="https://ond.example/a.js"></script>',
    '<link rel="stylesheet" href="//ond.example/a.css">',
    '<body onload="a()">',
  ])
    expect(suspicionsIn('a.html', text), text).not.toEqual([]);
});

test('the browser runs no other code on a page of ours, whatever got into it', { tag: '@slow' }, async ({
  app,
  sandbox,
}) => {
  const page = await app.open('sync');
  const ran = await page.evaluate(async () => {
    const outcomes: Record<string, unknown> = {};
    const after = (element: HTMLElement) =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        document.body.append(element);
      });
    const remote = (address: string) =>
      Object.assign(document.createElement('script'), { src: address, type: 'module' });
    outcomes.remote = await after(remote('https://app.dinero.dk/ond.js'));
    outcomes.blob = await after(remote(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))));
    outcomes.import = await import('https://app.dinero.dk/ond.js' as string).catch(({ name }) => name);
    outcomes.image = await after(Object.assign(new Image(), { src: 'https://app.dinero.dk/ond.png' }));
    outcomes.plain = await fetch('http://app.dinero.dk/').catch(({ name }) => name);
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: 'globalThis.ond = 1' }),
    );
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.ond = 1');
    button.click();
    // Not first of all: what the test itself calls may do more until it waits.
    for (const how of ['eval', 'Function']) {
      try {
        outcomes[how] = Reflect.get(globalThis, how)('globalThis.ond = 1');
      } catch (error) {
        outcomes[how] = (error as Error).name;
      }
    }
    outcomes.inline = Reflect.get(globalThis, 'ond');
    return outcomes;
  });
  expect(ran).toEqual({
    eval: 'EvalError',
    Function: 'EvalError',
    remote: 'refused',
    blob: 'refused',
    import: 'TypeError',
    image: 'refused',
    plain: 'TypeError',
    inline: undefined,
  });
  expect(sandbox.requests.filter(({ isPage }) => isPage)).toEqual([]);
});
