import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Credentials } from '../sandbox/index.ts';

/** The extension as a user meets it: everything is found by role and name. */
export class Kundebro {
  readonly context: BrowserContext;
  readonly origin: string;

  constructor(context: BrowserContext, origin: string) {
    this.context = context;
    this.origin = origin;
  }

  /** @param host the page's file, without its ending */
  async open(host: 'popup' | 'sync' | 'options' | 'help'): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/${host}.html`);
    return page;
  }

  async fillSettings(page: Page, who: Credentials): Promise<void> {
    await page.getByRole('textbox', { name: 'Klient-id' }).fill(who.clientId);
    await page.getByLabel('Klienthemmelighed').fill(who.clientSecret);
    await page.getByLabel('API-nøgle').fill(who.apiKey);
    await page.getByRole('textbox', { name: 'Firma-id' }).fill(String(who.organizationId));
    await page.getByLabel('API-token').fill(who.effihubToken);
  }

  /** Connects through the settings page, as a user does; another company beside those that are there. */
  async connect(who: Credentials): Promise<void> {
    const page = await this.open('options');
    await expect(page.getByRole('button', { name: 'Gem indstillinger' })).toBeVisible();
    const another = page.getByRole('button', { name: 'Tilføj firma', exact: true });
    if (await another.isVisible()) await another.click();
    await this.fillSettings(page, who);
    await page.getByRole('button', { name: 'Gem indstillinger' }).click();
    // A secret that is there already says the same beside its field.
    await expect(page.getByRole('status').getByText('Gemt', { exact: true })).toBeVisible();
    await page.close();
  }

  /** Opens a host and goes to step 1 of a new flow. */
  async begin(host: 'popup' | 'sync' = 'sync'): Promise<Page> {
    const page = await this.open(host);
    await page.getByRole('button', { name: 'Start synkronisering' }).click();
    await expect(this.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
    return page;
  }

  heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });
  row = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

  /** Opens a group of step 1, or closes it. */
  async openGroup(page: Page, name: string, open = true): Promise<void> {
    const button = page.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-expanded')) !== String(open)) await button.click();
    await expect(button).toHaveAttribute('aria-expanded', String(open));
  }

  async next(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  }

  /** The choice of step 1 for a customer. */
  action = (page: Page, name: string): Locator =>
    page.getByRole('combobox', { name: `Handling for ${name}`, exact: true });

  /** One of the radios of step 3 for a Dinero customer. */
  choice = (page: Page, name: string, radio: 'Importér' | 'Spring over' | 'Ignorér'): Locator =>
    page
      .getByRole('radiogroup', { name: `Valg for ${name}`, exact: true })
      .getByRole('radio', { name: radio, exact: true });

  /** From step 1 to step 3, where nothing is to be created. */
  async toImport(page: Page): Promise<void> {
    await this.next(page);
    await expect(this.heading(page, 'Trin 3 - Importer kunder fra Dinero')).toBeVisible();
  }

  /** From step 3 through the run to its result. */
  async finish(page: Page, result: string | RegExp = 'Synkroniseringen er færdig'): Promise<void> {
    await page.getByRole('button', { name: 'Gem og fuldfør' }).click();
    await expect(page.getByText(result, { exact: true })).toBeVisible();
  }
}
