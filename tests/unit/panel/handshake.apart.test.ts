/** A frame shows that it is the panel. What a browser does with copies: `panel-copies.spec.ts`. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type HandshakeResult, startHandshake } from '../../../components/panel/handshake.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../../components/shared/background.ts', () => ({ send }));

const TICKET = '0b9f4a52-6d1c-4c7e-9a3e-1f2d5b8c7a60';
const place = { kind: 'nothing' } as const;
const parent = {};
let listeners: Map<string, (event: unknown) => unknown>;
let proofs: HandshakeResult[];

const post = async (data: unknown, source: unknown = parent) => {
  await listeners.get('message')?.({ source, data });
  await vi.advanceTimersByTimeAsync(0);
};
const ticket = { kundebro: 'ticket', ticket: TICKET };

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset();
  listeners = new Map();
  proofs = [];
  vi.stubGlobal('window', { parent });
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => unknown) =>
    listeners.set(type, listener),
  );
  startHandshake((proof) => proofs.push(proof));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('with a ticket that the background knows it is the panel, and what its page is about is known', async () => {
  send.mockResolvedValue(place);
  await post(ticket);
  expect(send).toHaveBeenCalledWith('provePanel', { ticket: TICKET });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(proofs).toEqual([{ kind: 'panel', place }]);
});

test('with another ticket it is a copy, and so is one that is given nothing', async () => {
  send.mockResolvedValue(null);
  await post(ticket);
  expect(proofs).toEqual([{ kind: 'copy' }]);

  proofs = [];
  startHandshake((proof) => proofs.push(proof));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(proofs).toEqual([{ kind: 'copy' }]);
});

test.each([
  ['from another window', ticket, {}],
  ['of another shape', { kundebro: 'ticket', ticket: 'a' }, parent],
  ['with more in it', { ...ticket, more: 1 }, parent],
  ['about the pointer', { kundebro: 'away' }, parent],
])('a message %s is no ticket', async (_, data, source) => {
  await post(data, source);
  expect(send).not.toHaveBeenCalled();
});

test('a worker that is stopped just then is asked again', async () => {
  send.mockRejectedValueOnce(new Error('No answer')).mockResolvedValue(place);
  await post(ticket);
  expect(proofs).toEqual([{ kind: 'panel', place }]);
});

test('what fails is told as what it is, and not as a copy', async () => {
  const error = new ProblemError({ system: 'kundebro', code: 'database' });
  send.mockRejectedValue(error);
  await post(ticket);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(proofs).toEqual([{ kind: 'failed', error }]);
});

test('a page that comes back from the browser’s memory proves its panel again', async () => {
  send.mockResolvedValue(place);
  await listeners.get('pageshow')?.({ persisted: true });
  expect(send).not.toHaveBeenCalled();
  await post(ticket);
  await listeners.get('pageshow')?.({ persisted: false });
  expect(send).toHaveBeenCalledTimes(1);
  await listeners.get('pageshow')?.({ persisted: true });
  expect(send).toHaveBeenCalledTimes(2);
});
