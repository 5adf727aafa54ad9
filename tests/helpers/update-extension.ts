import type { BrowserContext } from '@playwright/test';

/** The part of the browser's page of extensions that is used here. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: { updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void> };
  };
}

/** Loads the extension anew, as an update does: content scripts that run stay without it. */
export async function updateExtension(context: BrowserContext): Promise<void> {
  // Only then does the browser load an unpacked extension a second time.
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(() =>
    (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  await settings.close();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const comes = context.waitForEvent('serviceworker');
  await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
    // Once this has been answered.
    setTimeout(() => chrome.runtime.reload());
  });
  await comes;
}
