/** How long the panel must be visible and unchanged before a click counts. Visibility in a real browser: `attacks.spec.ts`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClickRefusal, watchForClickjacking } from '../../../components/panel/clickjacking-guard.ts';

/** Input events as the browser dispatches them. */
class Pointer {
  readonly isTrusted = true;
  readonly detail = 1;
  readonly clientX = 10;
  readonly clientY = 10;
  readonly type: string;
  readonly screenX: number;
  readonly screenY: number;
  readonly pointerType: string;
  constructor(type: string, screenX = 10, screenY = 10, pointerType = 'mouse') {
    this.type = type;
    this.screenX = screenX;
    this.screenY = screenY;
    this.pointerType = pointerType;
  }
}
const key = { type: 'keydown', isTrusted: true };

/** An element of the panel that changes. */
class Part {
  readonly isLively: boolean;
  constructor(isLively = false) {
    this.isLively = isLively;
  }
  closest = () => (this.isLively ? this : null);
}

let listeners: Map<string, ((event: unknown) => void)[]>;
let tellVisible: (isVisible: boolean) => void;
let tellChanged: (records: { target: Part }[]) => void;
/** Waits until everything caused by an event has run. */
let endTask: () => void;
let hasFocus: boolean;
let heading: string;
let isWaiting: boolean;
let dialogs: Part[];

const tell = (event: { type: string }) => {
  for (const listener of listeners.get(event.type) ?? []) listener(event);
};
const change = (part = new Part()) => tellChanged([{ target: part }]);

const showFirst = () => {
  isWaiting = false;
  heading = 'Bagergården ApS';
  change();
};

/** The panel's frame. @returns dispatches input, and says why it does not count */
function watch(): (event: { type: string }) => ClickRefusal | undefined {
  const uncounted = watchForClickjacking(async () => 1);
  if (!isWaiting) showFirst();
  return (event) => {
    tell(event);
    const answer = uncounted();
    endTask();
    return answer;
  };
}

/** A frame that has been visible for long, with pointer and focus in it. */
function watchLong(): (event: { type: string }) => ClickRefusal | undefined {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(2_000);
  return act;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  listeners = new Map();
  hasFocus = true;
  heading = '';
  isWaiting = false;
  dialogs = [];
  endTask = () => undefined;
  const listen = (type: string, listener: (event: unknown) => void) =>
    listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  const documentElement = { dataset: {}, addEventListener: listen };
  const observer = { observe: () => undefined, unobserve: () => undefined };
  const globals = {
    window: { top: {} },
    document: {
      documentElement,
      body: {},
      querySelector: () => (isWaiting ? {} : null),
      querySelectorAll: (what: string) => (what === 'h1' ? [{ textContent: heading }] : dialogs),
      hasFocus: () => hasFocus,
    },
    innerWidth: 400,
    innerHeight: 600,
    devicePixelRatio: 1,
    addEventListener: listen,
    MouseEvent: Pointer,
    Element: Part,
    MessageChannel: class {
      port1 = { onmessage: () => undefined };
      port2 = {
        postMessage: () => {
          endTask = () => this.port1.onmessage();
        },
      };
    },
    MutationObserver: class {
      observe = observer.observe;
      constructor(found: typeof tellChanged) {
        tellChanged = found;
      }
    },
    IntersectionObserver: class {
      observe = observer.observe;
      unobserve = observer.unobserve;
      constructor(found: (entries: unknown[]) => void) {
        tellVisible = (isVisible) =>
          found([{ target: dialogs.at(-1) ?? documentElement, intersectionRatio: 1, isVisible }]);
      }
    },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a click counts half a second after the panel became visible under a resting pointer', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('covering the panel for a moment restarts the wait', () => {
  const act = watchLong();
  tellVisible(false);
  expect(act(new Pointer('click'))).toBe('unseen');
  tellVisible(true);
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('moving the panel under the pointer restarts the wait', () => {
  const act = watchLong();
  act(new Pointer('pointerdown', 14, 10));
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('a returning pointer restarts the wait, a finger does not', () => {
  const act = watchLong();
  act(new Pointer('pointerleave'));
  vi.advanceTimersByTime(60_000);
  act(new Pointer('pointerover'));
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(500);
  expect(act(new Pointer('click'))).toBeUndefined();

  act(new Pointer('pointerleave', 10, 10, 'touch'));
  act(new Pointer('pointerdown'));
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('a key counts half a second after the panel got the focus', () => {
  hasFocus = false;
  const act = watch();
  tellVisible(true);
  vi.advanceTimersByTime(2_000);
  tell({ type: 'focus' });
  vi.advanceTimersByTime(499);
  expect(act(key)).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(key)).toBeUndefined();
  tell({ type: 'blur' });
  expect(act(key)).toBe('early');
});

test('events made by a script never count', () => {
  const act = watchLong();
  expect(act({ ...new Pointer('click'), isTrusted: false } as never)).toBe('early');
});

describe.each<[what: string, happens: () => void]>([
  [
    'another card',
    () => {
      heading = 'Solsikken ApS';
      change();
    },
  ],
  ['a change above, below or in what is clicked', () => change()],
  [
    'one change beside one in a lively part',
    () => tellChanged([{ target: new Part(true) }, { target: new Part() }]),
  ],
  [
    'a dialog',
    () => {
      dialogs.push(new Part());
      change();
      tellVisible(true);
    },
  ],
  ['another size', () => tell({ type: 'resize' })],
  ['scrolling', () => tell({ type: 'scroll' })],
])('after %s', (_, happens) => {
  test.each<[string, { type: string }]>([
    ['click', new Pointer('click')],
    ['key', key],
  ])('a %s counts after half a second, not before', (_name, event) => {
    const act = watchLong();
    expect(act(event)).toBeUndefined();
    vi.advanceTimersByTime(1_000);
    happens();
    vi.advanceTimersByTime(60);
    expect(act(event)).toBe('early');
    vi.advanceTimersByTime(439);
    expect(act(event)).toBe('early');
    vi.advanceTimersByTime(1);
    expect(act(event)).toBeUndefined();
  });
});

test('the first content has a shorter wait than what replaces it', () => {
  isWaiting = true;
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(60_000);
  heading = 'Kunden på siden';
  change();
  vi.advanceTimersByTime(60_000);
  showFirst();
  vi.advanceTimersByTime(349);
  expect(act(new Pointer('click'))).toBe('early');
  expect(act(key)).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
  expect(act(key)).toBeUndefined();
  heading = 'Solsikken ApS';
  change();
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
});

test('losing the focus restarts the wait', () => {
  const act = watchLong();
  tell({ type: 'blur' });
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(500);
  expect(act(new Pointer('click'))).toBeUndefined();
  expect(act(key)).toBe('early');
});

test('progress does not restart the wait', () => {
  const act = watchLong();
  for (let tick = 0; tick < 20; tick += 1) {
    vi.advanceTimersByTime(100);
    change(new Part(true));
  }
  expect(act(new Pointer('click'))).toBeUndefined();
  expect(act(key)).toBeUndefined();
});

describe('a change caused by the user’s own click', () => {
  const answered = (shown: () => void) => {
    const act = watchLong();
    tell(new Pointer('click'));
    shown();
    endTask();
    vi.advanceTimersByTime(100);
    return act(new Pointer('click'));
  };

  test('does not restart the wait within the same view', () => {
    expect(answered(() => change())).toBeUndefined();
  });

  test('restarts it when it opens another view', () => {
    expect(
      answered(() => {
        heading = 'Synkroniser kunder';
        change();
      }),
    ).toBe('early');
  });

  test('restarts it when it opens a dialog', () => {
    expect(
      answered(() => {
        dialogs.push(new Part());
        change();
        tellVisible(true);
      }),
    ).toBe('early');
  });

  test('restarts it when it comes later, with the background’s answer', () => {
    const act = watchLong();
    expect(act(new Pointer('click'))).toBeUndefined();
    change();
    expect(act(new Pointer('click'))).toBe('early');
  });
});

test('scrolling by key lets keys count, but not clicks on what has scrolled', () => {
  const act = watchLong();
  expect(act(key)).toBeUndefined();
  tell({ type: 'scroll' });
  vi.advanceTimersByTime(50);
  expect(act(key)).toBeUndefined();
  expect(act(new Pointer('click'))).toBe('early');
});
