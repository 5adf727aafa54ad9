import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  maySend,
  message,
  OWN_READ,
  OWN_WRITE,
  PANEL_READ,
  READ,
  WRITE,
} from '../../../lib/messaging/define.ts';
import { ofConnection, ofRun } from '../../../lib/messaging/schema-parts.ts';

/** Never called: `npm run check` fails when one of these compiles. */
export function doesNotCompile(): void {
  // @ts-expect-error a message without a right
  message(ofConnection);
  // @ts-expect-error a right that says nothing of who may send it
  message({ writes: true, about: 'company' }, ofConnection);
  // @ts-expect-error a right that does not say whether it writes
  message({ from: 'both', about: 'company' }, ofConnection);
  // @ts-expect-error a panel may ask for its page's company alone, and this names none
  message(WRITE, v.object({ name: v.string() }));
}

it('takes a message that names its company or run, and one of the own pages that names none', () => {
  expect(message(READ, ofConnection).answers<void>().right).toBe(READ);
  expect(message(WRITE, ofRun).answers<void>().right).toBe(WRITE);
  expect(message(OWN_WRITE, v.object({ name: v.string() })).answers<void>().right).toBe(OWN_WRITE);
});

it.each([
  ['the own pages and the panel', READ, true, true],
  ['the own pages alone', OWN_READ, true, false],
  ['the panel alone', PANEL_READ, false, true],
] as const)('%s may send what is theirs', (_, right, page, panel) => {
  expect([maySend(right, 'page'), maySend(right, 'panel')]).toEqual([page, panel]);
});
