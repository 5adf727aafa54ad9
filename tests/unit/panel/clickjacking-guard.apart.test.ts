/** How long the panel must be seen, and as it is, before a click counts. What a browser finds visible: `panel-attacks.spec.ts`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClickRefusal, watchForClickjacking } from '../../../components/panel/clickjacking-guard.ts';

/** What the user does, as the browser tells it. */
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

/** A part of the panel in which something changes. */
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
/** Runs what waits until the browser has done all that an event has caused. */
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

/** The panel's frame. @returns tells what the user does, and what speaks against it */
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

/** One that has been seen for long, with pointer and focus in it. */
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

test('a click counts half a second after the panel came into view under a still pointer', () => {
  const act = watch();
  tellVisible(true);
  act(new Pointer('pointermove'));
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('what was covered for a moment is looked at for half a second again', () => {
  const act = watchLong();
  tellVisible(false);
  expect(act(new Pointer('click'))).toBe('unseen');
  tellVisible(true);
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('a panel that moves under the pointer is looked at for half a second again', () => {
  const act = watchLong();
  act(new Pointer('pointerdown', 14, 10));
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(499);
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(1);
  expect(act(new Pointer('click'))).toBeUndefined();
});

test('a pointer that comes back looks for half a second again, a finger need not', () => {
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

test('a key counts half a second after the focus came', () => {
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

test('what a script makes up never counts', () => {
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
    'one change beside one of what is lively',
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
  ])('a %s counts after half a second, and not before', (_name, event) => {
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

test('the first that is shown is looked at for less than what takes its place', () => {
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

test('a window that lost the focus is looked at for half a second again', () => {
  const act = watchLong();
  tell({ type: 'blur' });
  expect(act(new Pointer('click'))).toBe('early');
  vi.advanceTimersByTime(500);
  expect(act(new Pointer('click'))).toBeUndefined();
  expect(act(key)).toBe('early');
});

test('progress that goes on hinders no click', () => {
  const act = watchLong();
  for (let tick = 0; tick < 20; tick += 1) {
    vi.advanceTimersByTime(100);
    change(new Part(true));
  }
  expect(act(new Pointer('click'))).toBeUndefined();
  expect(act(key)).toBeUndefined();
});

describe('what changes in answer to a click of the user’s own', () => {
  const answered = (shown: () => void) => {
    const act = watchLong();
    tell(new Pointer('click'));
    shown();
    endTask();
    vi.advanceTimersByTime(100);
    return act(new Pointer('click'));
  };

  test('hinders no other one as long as the view stays', () => {
    expect(answered(() => change())).toBeUndefined();
  });

  test('is looked at when it is another view', () => {
    expect(
      answered(() => {
        heading = 'Synkroniser kunder';
        change();
      }),
    ).toBe('early');
  });

  test('is looked at when it is a dialog', () => {
    expect(
      answered(() => {
        dialogs.push(new Part());
        change();
        tellVisible(true);
      }),
    ).toBe('early');
  });

  test('is looked at when it comes later, with the background’s answer', () => {
    const act = watchLong();
    expect(act(new Pointer('click'))).toBeUndefined();
    change();
    expect(act(new Pointer('click'))).toBe('early');
  });
});

test('a key that scrolls counts, and the next one, too; a click where it has scrolled does not', () => {
  const act = watchLong();
  expect(act(key)).toBeUndefined();
  tell({ type: 'scroll' });
  vi.advanceTimersByTime(50);
  expect(act(key)).toBeUndefined();
  expect(act(new Pointer('click'))).toBe('early');
});
