import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { ContactChoice, CustomerChoice, FlowData, Step } from '../../lib/flow.ts';
import { wholeLists } from '../../lib/messaging/parts.ts';
import type { Operation, Run } from '../../lib/run.ts';
import type { Database } from '../../lib/store/database.ts';
import { askBrowser } from '../helpers/ask.ts';
import type { Ask, Office } from '../helpers/office.ts';
import type { Credentials } from '../sandbox/index.ts';

/** What is chosen before a test begins, by the customers' names. What is not named keeps its suggestion. */
export interface Plan {
  create?: string[];
  skip?: string[];
  /** An Effihub customer's name, and the Dinero customer's. */
  match?: [customer: string, contact: string][];
  import?: string[];
  ignore?: string[];
}

/** The extension as a user meets it: everything is found by role and name. */
export class Kundebro {
  readonly context: BrowserContext;
  readonly origin: string;
  /** The use cases without a view: for the state that a test begins with, and for what it ends with. */
  readonly ask: Ask;
  /** Where it is in this process. */
  readonly database?: Database;

  constructor(context: BrowserContext, origin: string, office?: Pick<Office, 'ask' | 'database'>) {
    this.context = context;
    this.origin = origin;
    this.ask = office?.ask ?? askBrowser(context, origin);
    this.database = office?.database;
  }

  /** The company that was used last. */
  async connectionId(): Promise<string> {
    const { connection } = await this.ask.overview(undefined);
    if (!connection) throw new Error('Nothing is connected');
    return connection.id;
  }

  /** Reads both lists, as step 1 does, and leaves a flow there. */
  async read(): Promise<{ connectionId: string; data: FlowData }> {
    const connectionId = await this.connectionId();
    await this.ask.startFlow({ connectionId, fresh: false });
    const { data, lists, parts } = await this.ask.loadFlow({ connectionId });
    const whole = await wholeLists(data, parts, async (part) =>
      this.ask.flowPart({ connectionId, lists, part }),
    );
    return { connectionId, data: whole ?? data };
  }

  /** A flow with these choices. */
  async plan(plan: Plan = {}): Promise<string> {
    const { connectionId, data } = await this.read();
    const customer = (name: string) => idOf(data.customers, name, ({ id }) => id);
    const contact = (name: string) => idOf(data.contacts, name, ({ guid }) => guid);
    const customers: [string, CustomerChoice][] = [
      ...(plan.create ?? []).map((name): [string, CustomerChoice] => [customer(name), { action: 'create' }]),
      ...(plan.skip ?? []).map((name): [string, CustomerChoice] => [customer(name), { action: 'skip' }]),
      ...(plan.match ?? []).map(([name, other]): [string, CustomerChoice] => [
        customer(name),
        { action: 'match', contactGuid: contact(other), confirmed: true },
      ]),
    ];
    const contacts: [string, ContactChoice][] = [
      ...(plan.import ?? []).map((name): [string, ContactChoice] => [contact(name), { action: 'import' }]),
      ...(plan.ignore ?? []).map((name): [string, ContactChoice] => [contact(name), { action: 'ignore' }]),
    ];
    if (customers.length > 0) await this.ask.chooseCustomers({ connectionId, choices: customers });
    if (contacts.length > 0) await this.ask.chooseContacts({ connectionId, choices: contacts });
    return connectionId;
  }

  /** A view that stands at a step of a flow with these choices. */
  async openAt(step: Exclude<Step, 4>, plan: Plan = {}): Promise<Page> {
    const connectionId = await this.plan(plan);
    await this.ask.goToStep({ connectionId, step });
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/sync.html#trin`);
    await expect(page.getByRole('heading', { name: new RegExp(`^Trin ${step} - `) })).toBeVisible();
    return page;
  }

  /** A whole run that is over and whose result has been left. */
  async sync(plan: Plan = {}): Promise<{ run: Run; operations: Operation[] }> {
    const connectionId = await this.plan(plan);
    const { id } = await this.ask.startRun({ connectionId });
    const result = () => this.ask.runResult({ runId: id });
    await expect.poll(async () => (await result()).run.endedAt, { intervals: [20, 50, 100] }).toBeDefined();
    await this.ask.finishFlow({ connectionId });
    return result();
  }

  /** @param host the page's file, without its ending */
  async open(host: 'popup' | 'sync' | 'options' | 'help' | 'welcome'): Promise<Page> {
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

  /** What the settings page does with what is typed; another company beside those that are there. */
  async connect(who: Credentials): Promise<void> {
    const { clientId, clientSecret, apiKey, effihubToken: token } = who;
    const organizationId = String(who.organizationId);
    await this.ask.saveConnection({
      dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId },
      effihub: { kind: 'api', baseUrl: '', token },
    });
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

function idOf<Row extends { name: string }>(rows: Row[], name: string, id: (row: Row) => string): string {
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return id(found);
}
