import { expect, type Page, test } from '../browser/fixtures.ts';
import { inWorld } from '../helpers/worlds.ts';
import { beginMatching, watchMatching } from '../pages/matching.ts';
import { companyName } from '../sandbox/names.ts';
import { makeRandom } from '../sandbox/random.ts';

/** Generated names; every second contact has a customer's name. */
function longLists(customers: number, contacts: number) {
  const random = makeRandom(3);
  const names = Array.from({ length: customers }, () => companyName(random));
  return {
    customers: names.map((name) => ({ name })),
    contacts: Array.from({ length: contacts }, (_, place) => ({
      Name: place % 2 ? companyName(random) : (names[place] ?? ''),
    })),
  };
}

/** The part of the extension API that is used in a page here. */
interface ExtensionPage {
  chrome: {
    runtime: {
      sendMessage(message: object): Promise<unknown>;
      connect(options: { name: string }): {
        onMessage: {
          addListener(listener: (update: { type: string; progress?: { done: number } }) => void): void;
        };
      };
    };
  };
}

/** What a view receives while another one has two lists matched, in order. */
interface Heard {
  shares: number[];
  /** The number of progress updates before the overview's answer, which was requested at the first of them. */
  atAnswer?: number;
}

/** Makes a view request the overview once matching has begun. */
async function listen(page: Page): Promise<() => Promise<Heard>> {
  const heard = await page.evaluateHandle(() => {
    const { runtime } = (globalThis as unknown as ExtensionPage).chrome;
    const heard: Heard = { shares: [] };
    runtime.connect({ name: 'updates' }).onMessage.addListener(({ type, progress }) => {
      if (type !== 'matching' || !progress) return;
      heard.shares.push(progress.done);
      if (heard.shares.length > 1) return;
      void runtime.sendMessage({ id: 1, type: 'overview', timestamp: Date.now() }).then(() => {
        heard.atAnswer = heard.shares.length;
      });
    });
    return heard;
  });
  return () => heard.jsonValue();
}

test.describe('more than 5,000 customers', () => {
  test.use({ worldOptions: inWorld(() => longLists(5_200, 4_000)) });

  test('are matched behind a progress bar, and other views are answered meanwhile', async ({ app }) => {
    test.setTimeout(120_000);
    const another = await app.open('popup');
    const heard = await listen(another);
    const page = await app.open('sync');
    const seen = await watchMatching(page);
    await beginMatching(page);

    const { bars, announced } = await seen();
    const percents = bars.map((bar) => {
      expect(bar).toMatch(/^Fremdrift, (\d+) of 100: Matcher kunder … \1 %$/);
      return Number(/\d+/.exec(bar)?.[0]);
    });
    expect(percents.length).toBeGreaterThan(1);
    expect(percents).toEqual([...new Set(percents)].sort((a, b) => a - b));
    // Announced only occasionally.
    expect(announced).toContain('Finder kunder, der passer sammen …');
    for (const text of announced.filter((each) => each.startsWith('Matcher')))
      expect(text).toMatch(/^Matcher kunder … (25|50|75|100) %$/);

    const { shares, atAnswer } = await heard();
    expect(shares[0]).toBe(0);
    expect(atAnswer).toBeLessThan(shares.length);
  });
});
