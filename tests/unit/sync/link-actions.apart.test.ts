import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Background } from '../../../components/shared/background.ts';
import { createLinkActions } from '../../../components/sync/link-actions.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import { flow, link } from '../../helpers/flow.ts';

function setUp(answer: () => Promise<void> = async () => {}) {
  const data = signal(flow({ links: [link('1', 'a'), link('2', 'b')] }));
  const sent: [string, unknown][] = [];
  const refused: string[] = [];
  const send = async (name: string, input: unknown) => {
    sent.push([name, input]);
    return answer();
  };
  const actions = createLinkActions({
    connectionId: 'c',
    send: send as Background['send'],
    data,
    refused: (action) => () => refused.push(action),
  });
  return { actions, data, sent, refused };
}

test('a removed link is gone from the list', async () => {
  const { actions, data } = setUp();
  await actions.unlink('1');
  expect(data.value.links).toEqual([link('2', 'b')]);
  expect(actions.unlinked.value).toEqual({ customerId: '1', contactGuid: 'a' });
});

test('it can be put back', async () => {
  const { actions, data, sent } = setUp();
  await actions.unlink('1');
  await actions.relink();
  // Only that link, whatever others have done since it was read.
  const seen = { connectionId: 'c', customerId: '1', contactGuid: 'a' };
  expect(sent).toEqual([
    ['unlink', seen],
    ['relink', seen],
  ]);
  expect(data.value.links).toContainEqual(link('1', 'a'));
  expect(actions.unlinked.value).toBeUndefined();
});

test('a link that could not be removed is still there', async () => {
  const { actions, data, refused } = setUp(() =>
    Promise.reject(new ProblemError({ system: 'effihub', code: 'unreachable' })),
  );
  await actions.unlink('1');
  expect(data.value.links).toHaveLength(2);
  expect(actions.unlinked.value).toBeUndefined();
  expect(refused).toEqual(['unlink']);
});

test('a customer without a link is left alone', async () => {
  const { actions, sent } = setUp();
  await actions.unlink('9');
  expect(sent).toEqual([]);
});
