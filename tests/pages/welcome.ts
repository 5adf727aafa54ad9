import { expect, type Locator, type Page } from '@playwright/test';
import type { Credentials } from '../sandbox/index.ts';

/** The tab that opens after installation. */
export class Welcome {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  field = (name: string): Locator => this.page.getByRole('textbox', { name, exact: true });
  radio = (name: string): Locator => this.page.getByRole('radio', { name, exact: true });

  /** Only the required fields: the company is found from its key. */
  async fillDinero({ clientId, clientSecret, apiKey }: Credentials): Promise<void> {
    await this.field('Klient-id').fill(clientId);
    await this.field('Klienthemmelighed').fill(clientSecret);
    await this.field('API-nøgle').fill(apiKey);
  }

  /** From the completed first step to the third. */
  async connectWithApi({ effihubToken }: Credentials): Promise<void> {
    await this.button('Test og fortsæt').click();
    await this.field('API-token').fill(effihubToken);
    await this.button('Test og forbind').click();
    await expect(this.button('Start synkronisering')).toBeVisible();
  }

  start = (): Promise<void> => this.button('Start synkronisering').click();
}
