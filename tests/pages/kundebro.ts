import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { ContactChoice, CreateChoice, CustomerChoice, Step } from '../../lib/domain/choices.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import { wholeLists } from '../../lib/features/sync/index.ts';
import type { Database } from '../../lib/storage/database.ts';
import { askBrowser } from '../helpers/ask.ts';
import type { Ask, Office } from '../helpers/office.ts';
import type { Credentials } from '../sandbox/index.ts';

const NEXT = 'Fortsæt';
const SAVE = 'Gem og fuldfør';
const DONE = 'Synkroniseringen er færdig';

/** Choices made before a test, by customer name. Others keep their suggestions. */
export interface Plan {
  create?: string[];
  /** To create, with changes of step 2. */
  createAs?: [customer: string, create: CreateChoice][];
  skip?: string[];
  /** The names in Effihub and in Dinero. */
  match?: [customer: string, contact: string][];
  import?: string[];
  ignore?: string[];
}

const inThisProcess = <Result>(work: () => Promise<Result>): Promise<Result> => work();

/** The extension as users see it: everything is found by role and name. */
export class Kundebro {
  readonly context: BrowserContext;
  readonly origin: string;
  /** The use cases without a view, to prepare a test and to check its outcome. */
  readonly ask: Ask;
  /** If it is in this process. */
  readonly database?: Database;
  readonly #together: typeof inThisProcess;

  constructor(context: BrowserContext, origin: string, office?: Pick<Office, 'ask' | 'database'>) {
    this.context = context;
    this.origin = origin;
    const asker = office ? { ask: office.ask, together: inThisProcess } : askBrowser(context, origin);
    this.ask = asker.ask;
    this.#together = asker.together;
    this.database = office?.database;
  }

  /** The company last used. */
  async connectionId(): Promise<string> {
    const { connection } = await this.ask.overview(undefined);
    if (!connection) throw new Error('Nothing is connected');
    return connection.id;
  }

  /** Reads both lists as step 1 does, leaving a flow in step 1. */
  read(): Promise<{ connectionId: string; data: SyncLists }> {
    return this.#together(() => this.#read());
  }

  async #read(): Promise<{ connectionId: string; data: SyncLists }> {
    const connectionId = await this.connectionId();
    await this.ask.startFlow({ connectionId, fresh: false });
    const { data, lists, parts } = await this.ask.loadFlow({ connectionId });
    const whole = await wholeLists(data, parts, async (part) =>
      this.ask.flowPart({ connectionId, lists, part }),
    );
    return { connectionId, data: whole ?? data };
  }

  /** Starts a flow with these choices. */
  plan(plan: Plan = {}): Promise<string> {
    return this.#together(() => this.#plan(plan));
  }

  async #plan(plan: Plan): Promise<string> {
    const { connectionId, data } = await this.read();
    const customer = (name: string, choice: CustomerChoice): [string, CustomerChoice] => {
      const { id, updatedAt: seen } = named(data.customers, name);
      return [id, { ...choice, seen }];
    };
    const contact = (name: string, action: ContactChoice['action']): [string, ContactChoice] => {
      const { guid, updatedAt: seen } = named(data.contacts, name);
      return [guid, { action, seen }];
    };
    const customers = [
      ...(plan.create ?? []).map((name) => customer(name, { action: 'create' })),
      ...(plan.createAs ?? []).map(([name, create]) => customer(name, { action: 'create', create })),
      ...(plan.skip ?? []).map((name) => customer(name, { action: 'skip' })),
      ...(plan.match ?? []).map(([name, other]) => {
        const { guid: contactGuid } = named(data.contacts, other);
        return customer(name, { action: 'match', contactGuid, confirmed: true });
      }),
    ];
    const contacts = [
      ...(plan.import ?? []).map((name) => contact(name, 'import')),
      ...(plan.ignore ?? []).map((name) => contact(name, 'ignore')),
    ];
    if (customers.length > 0) await this.ask.chooseCustomers({ connectionId, choices: customers });
    if (contacts.length > 0) await this.ask.chooseContacts({ connectionId, choices: contacts });
    return connectionId;
  }

  /** Opens a view at a step of a flow with these choices. */
  async openAt(step: Exclude<Step, 4>, plan: Plan = {}): Promise<Page> {
    await this.#together(async () => {
      const connectionId = await this.plan(plan);
      await this.ask.goToStep({ connectionId, step });
    });
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/sync.html#trin`);
    // It appears with the lists, once the step is known.
    await expect(page.getByRole('button', { name: step === 3 ? SAVE : NEXT, exact: true })).toBeVisible();
    return page;
  }

  /** A complete run of these and the flow's earlier choices, with its result still open. */
  run(plan: Plan = {}): Promise<{ connectionId: string; runId: string }> {
    return this.#together(async () => {
      const connectionId = await this.plan(plan);
      const { id: runId } = await this.ask.startRun({ connectionId });
      await this.ended(runId);
      return { connectionId, runId };
    });
  }

  /** Waits for the end of a run started without a view. */
  ended(runId: string): Promise<void> {
    const endedAt = async () => (await this.ask.runResult({ runId })).run.endedAt;
    return this.#together(() => expect.poll(endedAt, { intervals: [20, 50, 100] }).toBeDefined());
  }

  /** Opens a view with the result of such a run. */
  async openResult(plan: Plan = {}, result: string | RegExp = DONE): Promise<Page> {
    await this.run(plan);
    const page = await this.open('sync');
    await page.getByRole('button', { name: 'Vis resultat', exact: true }).click();
    await expect(page.getByText(result, { exact: true })).toBeVisible();
    return page;
  }

  /** A complete run whose result was closed. */
  sync(plan: Plan = {}): Promise<{ run: Run; operations: Operation[] }> {
    return this.#together(async () => {
      const { connectionId, runId } = await this.run(plan);
      await this.ask.finishFlow({ connectionId });
      return this.ask.runResult({ runId });
    });
  }

  /** @param host the page's file without extension */
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

  /** Saves a connection as the settings page does, beside the existing ones. */
  async connect(who: Credentials): Promise<void> {
    const { clientId, clientSecret, apiKey, effihubToken: token } = who;
    const organizationId = String(who.organizationId);
    await this.ask.saveConnection({
      dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId },
      effihub: { kind: 'api', baseUrl: '', token },
    });
  }

  /** Opens a host and starts a flow. */
  async begin(host: 'popup' | 'sync' = 'sync'): Promise<Page> {
    const page = await this.open(host);
    await page.getByRole('button', { name: 'Start synkronisering' }).click();
    await expect(this.heading(page, 'Trin 1 - Match kunder')).toBeVisible();
    return page;
  }

  heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });
  row = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

  /** Opens or closes a group of step 1. */
  async openGroup(page: Page, name: string, open = true): Promise<void> {
    const button = page.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-expanded')) !== String(open)) await button.click();
    await expect(button).toHaveAttribute('aria-expanded', String(open));
  }

  async next(page: Page): Promise<void> {
    await page.getByRole('button', { name: NEXT, exact: true }).click();
  }

  /** A customer's choice in step 1. */
  action = (page: Page, name: string): Locator =>
    page.getByRole('combobox', { name: `Handling for ${name}`, exact: true });

  /** A radio of a Dinero customer in step 3. */
  choice = (page: Page, name: string, radio: 'Importér' | 'Spring over' | 'Ignorér'): Locator =>
    page
      .getByRole('radiogroup', { name: `Valg for ${name}`, exact: true })
      .getByRole('radio', { name: radio, exact: true });

  /** From step 1 to step 3, with nothing to create. */
  async toImport(page: Page): Promise<void> {
    await this.next(page);
    await expect(this.heading(page, 'Trin 3 - Importer kunder fra Dinero')).toBeVisible();
  }

  /** From step 3 through the run to its result. */
  async finish(page: Page, result: string | RegExp = DONE): Promise<void> {
    await page.getByRole('button', { name: SAVE }).click();
    await expect(page.getByText(result, { exact: true })).toBeVisible();
  }

  /** From the step before step 3 through the run to its result. */
  async carryOut(page: Page, result?: string | RegExp): Promise<void> {
    await this.toImport(page);
    await this.finish(page, result);
  }
}

function named<Row extends { name: string }>(rows: Row[], name: string): Row {
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}
