/**
 * Launcher and panel stand in a closed shadow root, of which a page finds nothing. Playwright's own world on the page is let
 * in by the browser's protocol, so that locators work as on any page; the page's world is not.
 */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { firefoxOf, isFirefox } from './firefox/index.ts';

/** On the launcher's host. */
export const HOST = '[data-kundebro]';

const hasLauncher = (url: string) =>
  /^https:\/\/(app\.dinero\.dk|(?!(api|help|www)\.)[a-z0-9-]+\.effihub\.com)\//.test(url);

/** From now on, whenever a page of the two sites has been loaded. To be called before the first page is. */
export function letIn(context: BrowserContext): void {
  const prepare = (page: Page) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = (...args) => goto(...args).then((response) => openRoot(page).then(() => response));
    page.reload = (...args) => reload(...args).then((response) => openRoot(page).then(() => response));
  };
  for (const page of context.pages()) prepare(page);
  context.on('page', prepare);
}

/** Waits for the launcher and opens its root to Playwright. */
export async function openRoot(page: Page): Promise<void> {
  if (!hasLauncher(page.url())) return;
  await page.waitForSelector(HOST, { state: 'attached' });
  if (isFirefox(page.context())) await openInFirefox(page);
  else await openInChromium(page);
}

const open = `function (root) { Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true }) }`;

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** @returns host and closed root, as the browser numbers them */
async function findRoot(session: CDPSession): Promise<{ host: number; root: number }> {
  const { root: top } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: DomNode;
  };
  const all = (node: DomNode): DomNode[] => [node, ...(node.children ?? []).flatMap(all)];
  const host = all(top).find(({ attributes }) => attributes?.includes('data-kundebro'));
  const root = host?.shadowRoots?.[0];
  if (!host || !root) throw new Error('No launcher on this page');
  return { host: host.backendNodeId, root: root.backendNodeId };
}

async function openInChromium(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const main = frameTree.frame.id;
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name.startsWith('__playwright_utility_world') && auxData?.frameId === main) worlds.push(id);
  });
  await session.send('Runtime.enable');
  const { host, root } = await findRoot(session);
  for (const executionContextId of worlds) await join(session, host, root, executionContextId);
  await session.detach();
}

async function join(session: CDPSession, host: number, root: number, executionContextId?: number) {
  const [at, to] = await Promise.all(
    [host, root].map((backendNodeId) =>
      session.send('DOM.resolveNode', { backendNodeId, ...(executionContextId && { executionContextId }) }),
    ),
  );
  await session.send('Runtime.callFunctionOn', {
    objectId: at!.object.objectId,
    functionDeclaration: open,
    arguments: [{ objectId: to!.object.objectId }],
  });
}

/** The page's own world is let in, too: as if a site had found a way that nobody knows of. */
export async function openToSite(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { host, root } = await findRoot(session);
  await join(session, host, root);
  await session.detach();
}

interface Remote {
  sharedId: string;
  value: { shadowRoot: { sharedId: string } | null };
}

async function openInFirefox(page: Page): Promise<void> {
  const { bidi } = firefoxOf(page.context());
  const { contexts } = (await bidi('browsingContext.getTree', { maxDepth: 0 })) as {
    contexts: { context: string; url: string }[];
  };
  for (const { context, url } of contexts) {
    if (url !== page.url()) continue;
    const { result } = (await bidi('script.evaluate', {
      expression: `document.querySelector('${HOST}')`,
      target: { context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    })) as { result: Remote };
    const root = result.value.shadowRoot?.sharedId;
    if (!root) continue;
    const { realms } = (await bidi('script.getRealms', { context })) as { realms: { sandbox?: string }[] };
    for (const { sandbox } of realms)
      if (sandbox?.startsWith('__playwright'))
        await bidi('script.callFunction', {
          functionDeclaration: open,
          this: { type: 'node', sharedId: result.sharedId },
          arguments: [{ type: 'node', sharedId: root }],
          target: { context, sandbox },
          awaitPromise: false,
        });
  }
}
