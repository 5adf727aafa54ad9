/** The panel's handshake. Copies in a real browser: `copies.spec.ts`. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HandshakeResult, startHandshake } from '../../../components/panel/handshake.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../../components/shared/background.ts', () => ({ send }));

const TICKET = '0b9f4a52-6d1c-4c7e-9a3e-1f2d5b8c7a60';
const place = { kind: 'nothing' } as const;
const parent = {};
let listeners: Map<string, (event: unknown) => unknown>;
let results: HandshakeResult[];

const post = async (data: unknown, source: unknown = parent) => {
  await listeners.get('message')?.({ source, data });
  await vi.advanceTimersByTimeAsync(0);
};
const ticket = { kundebro: 'ticket', ticket: TICKET };

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset();
  listeners = new Map();
  results = [];
  vi.stubGlobal('window', { parent });
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => unknown) =>
    listeners.set(type, listener),
  );
  startHandshake((result) => results.push(result));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a known ticket is accepted, and answered with the page's place", async () => {
  send.mockResolvedValue(place);
  await post(ticket);
  expect(send).toHaveBeenCalledWith('provePanel', { ticket: TICKET });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(results).toEqual([{ kind: 'accepted', place }]);
});

test('an unknown ticket is rejected, and so is a frame without a ticket', async () => {
  send.mockResolvedValue(null);
  await post(ticket);
  expect(results).toEqual([{ kind: 'rejected' }]);

  results = [];
  startHandshake((result) => results.push(result));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(results).toEqual([{ kind: 'rejected' }]);
});

test.each([
  ['from another window', ticket, {}],
  ['of another shape', { kundebro: 'ticket', ticket: 'a' }, parent],
  ['with more in it', { ...ticket, more: 1 }, parent],
  ['about the pointer', { kundebro: 'away' }, parent],
])('ignores a message %s', async (_, data, source) => {
  await post(data, source);
  expect(send).not.toHaveBeenCalled();
});

test('asks again when the worker was stopped before it answered', async () => {
  send.mockRejectedValueOnce(new Error('No answer')).mockResolvedValue(place);
  await post(ticket);
  expect(results).toEqual([{ kind: 'accepted', place }]);
});

test('reports a failure as a failure, not as a rejection', async () => {
  const error = new ProblemError({ system: 'kundebro', code: 'database' });
  send.mockRejectedValue(error);
  await post(ticket);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(results).toEqual([{ kind: 'failed', error }]);
});

test('authenticates again when restored from the back/forward cache', async () => {
  send.mockResolvedValue(place);
  await listeners.get('pageshow')?.({ persisted: true });
  expect(send).not.toHaveBeenCalled();
  await post(ticket);
  await listeners.get('pageshow')?.({ persisted: false });
  expect(send).toHaveBeenCalledTimes(1);
  await listeners.get('pageshow')?.({ persisted: true });
  expect(send).toHaveBeenCalledTimes(2);
});
