/** How long the panel must be seen, and still, before a click counts. What a browser finds visible: `panel-attacks.spec.ts`. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSeen } from '../../../../components/panel/seen.ts';

/** What the user does, as the browser tells it. */
class Pointer {
  readonly isTrusted = true;
  readonly detail = 1;
  readonly clientX = 10;
  readonly clientY = 10;
  readonly type: string;
  readonly screenX: number;
  readonly screenY: number;
  constructor(type: string, screenX = 10, screenY = 10) {
    this.type = type;
    this.screenX = screenX;
    this.screenY = screenY;
  }
}
const key = { type: 'keydown', isTrusted: true };

let listeners: Map<string, ((event: unknown) => void)[]>;
let tellVisible: (isVisible: boolean) => void;
let hasFocus: boolean;

const tell = (event: { type: string }) => {
  for (const listener of listeners.get(event.type) ?? []) listener(event);
};

/** The panel's frame. @returns tells what the user does, and whether it counts */
function watch(): (event: { type: string }) => boolean {
  const isMeant = watchSeen(async () => 1);
  return (event) => {
    tell(event);
    return isMeant();
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  listeners = new Map();
  hasFocus = true;
  const documentElement = { dataset: {} };
  const observer = { observe: () => undefined, unobserve: () => undefined };
  const globals = {
    window: { top: {} },
    document: { documentElement, querySelectorAll: () => [], hasFocus: () => hasFocus },
    innerWidth: 400,
    innerHeight: 600,
    devicePixelRatio: 1,
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    MouseEvent: Pointer,
    MutationObserver: class {
      observe = observer.observe;
    },
    IntersectionObserver: class {
      observe = observer.observe;
      unobserve = observer.unobserve;
      constructor(found: (entries: unknown[]) => void) {
        tellVisible = (isVisible) => found([{ target: documentElement, intersectionRatio: 1, isVisible }]);
      }
    },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a click counts half a second after the panel came into view under a still pointer', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe(false);
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBe(true);
});

test('what was covered for a moment is looked at for half a second again', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(2_000);
  tellVisible(false);
  expect(act(new Pointer('click'))).toBe(false);
  tellVisible(true);
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe(false);
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBe(true);
});

test('a panel that moves under the pointer is looked at for half a second again', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(2_000);
  act(new Pointer('pointerdown', 14, 10));
  expect(act(new Pointer('click'))).toBe(false);
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe(false);
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBe(true);
});

test('a key counts half a second after the focus came', () => {
  hasFocus = false;
  const act = watch();
  tellVisible(true);
  vi.advanceTimersByTime(2_000);
  tell({ type: 'focus' });
  vi.advanceTimersByTime(499);
  expect(act(key)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(act(key)).toBe(true);
  tell({ type: 'blur' });
  expect(act(key)).toBe(false);
});

test('what a script makes up never counts', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(2_000);
  expect(act({ ...new Pointer('click'), isTrusted: false } as never)).toBe(false);
});
