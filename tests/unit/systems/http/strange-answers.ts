/** Invalid answers as data, so that a failing property can be read and repeated. */
import fc from 'fast-check';

/** What `fetch` does: answer, break off, fail or hang. */
export type StrangeAnswer =
  | { does: 'answer'; status: number; headers: [string, string][]; body: string | Uint8Array; breaks?: Odd }
  | { does: 'fail'; with: Odd }
  | { does: 'hang' };

/** Kinds of thrown errors; see `oddError`. */
const ODD = ['type', 'abort', 'timeout', 'range', 'secret', 'string', 'undefined', 'null', 'object'] as const;
type Odd = (typeof ODD)[number];

export interface AnswerParts {
  /** A correct server's answers, as JSON values. */
  good: readonly unknown[];
  /** Its error answers. */
  refusals: readonly unknown[];
  /** Secrets that the server may repeat, and no error may contain. */
  secrets: readonly string[];
  /** An element of lists that are far too long. */
  element?: unknown;
}

const DEEP = '§deep';
const LONG = '§long';
const MANY = '§many';
const UNSAFE = '§unsafe';

const PROTOTYPE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
];

/** Markup that is complete, broken, nested or escaped, in pieces that may join. */
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ...['<', '>', '</', '<!--', '-->', '<scr', 'ipt>', '<svg', '&lt;', '&#60;', '&#x3c;', '&amp;lt;', '<<b>'],
  ...['b>', '\u200b', '\u202e', '\u0000', '\ud800', '\udfff', '\u2028', ' ', 'x'.repeat(142), 'ø😀'],
];

/** A secret: plain, split, or encoded. */
const spellings = (secret: string): string[] => [
  secret,
  secret.replaceAll('-', '&#45;'),
  secret.replaceAll('-', '<b>-'),
  secret.replaceAll('-', '-&lt;'),
  encodeURIComponent(secret),
];

const textOf = (secrets: readonly string[]) =>
  fc
    .array(fc.constantFrom(...MARKUP, ...secrets.flatMap(spellings)), { maxLength: 8 })
    .map((pieces) => pieces.join(''));

const odd = fc.constantFrom(...ODD);

/** Any other value. */
const strangeValue = (secrets: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(null, true, false, '', ' ', [], {}, [[]], [null], { a: {} }),
    fc.constantFrom<unknown>(0, -0, -1, 1.5, 1e21, 1e308, 42, UNSAFE, '007', '-1', '1e5', 'NaN'),
    fc.constantFrom<unknown>(DEEP, LONG, [MANY], ...PROTOTYPE_KEYS),
    fc.constantFrom<unknown>('2026-13-45T99:99:99Z', '+275760-09-13T00:00:00Z', '-271821-04-20', 'GR', 'æø'),
    textOf(secrets),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.jsonValue({ maxDepth: 2 }),
  );

type Mutation = { at: number; how: 'replace' | 'remove' | 'add' | 'repeat'; key: string; value: unknown };

const mutation = (secrets: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({
    at: fc.nat(200),
    how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
    key: fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), fc.string({ maxLength: 5 }), textOf(secrets)),
    value: strangeValue(secrets),
  });

/** Own properties, even for keys such as `__proto__`. */
const put = (target: object, key: PropertyKey, value: unknown) =>
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });

function mutated(good: unknown, mutations: readonly Mutation[]): unknown {
  const root = { root: structuredClone(good) };
  for (const { at, how, key, value: given } of mutations) {
    const value = structuredClone(given);
    const places = placesIn(root);
    const [holder, name] = places[at % places.length]!;
    const here = (holder as Record<PropertyKey, unknown>)[name];
    if (how === 'replace') put(holder, name, value);
    else if (how === 'remove' && holder !== root) Reflect.deleteProperty(holder, name);
    else if (how === 'repeat') put(holder, name, [here, structuredClone(here)]);
    else if (typeof here === 'object' && here !== null && !Array.isArray(here)) put(here, key, value);
    else put(holder, Array.isArray(holder) ? holder.length : key, value);
  }
  return root.root;
}

function placesIn(holder: object): [object, PropertyKey][] {
  return Reflect.ownKeys(holder)
    .filter((key) => !Array.isArray(holder) || key !== 'length')
    .flatMap((key) => {
      const inner = (holder as Record<PropertyKey, unknown>)[key];
      const own: [object, PropertyKey] = [holder, key];
      return typeof inner === 'object' && inner !== null ? [own, ...placesIn(inner)] : [own];
    });
}

const TIMES = [
  'Mon, 02 Nov 2026 08:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2026',
];
const NUMBERS = [
  '0',
  '7',
  '-5',
  '0.5',
  '1e9',
  '999999999999',
  '9'.repeat(400),
  'NaN',
  'Infinity',
  '0x10',
  '7, 8',
];
const VALUES = [...TIMES, ...NUMBERS, '', ' ', 'soon', '<b>', '\xff'];

const headers: fc.Arbitrary<[string, string][]> = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom('retry-after', 'date'), fc.constantFrom(...VALUES)),
    fc.tuple(fc.constantFrom('retry-after', 'date'), fc.constantFrom(...TIMES)),
    fc.tuple(
      fc.constant('content-type'),
      fc.constantFrom(
        'application/json',
        'text/html',
        'image/png',
        'application/json; charset=utf-16',
        ';;',
        '',
      ),
    ),
    fc.tuple(
      fc.constantFrom('location', 'content-length', 'content-encoding', 'set-cookie', 'refresh', '__proto__'),
      fc.constantFrom(
        'https://elsewhere.example/',
        '0',
        '-1',
        'gzip',
        '0; url=https://elsewhere.example/',
        'a=b',
      ),
    ),
  ),
  { maxLength: 4 },
);

const good = fc.constantFrom(200, 200, 200, 200, 201);
const refusing = fc.oneof(
  fc.constantFrom(400, 401, 403, 404, 408, 409, 410, 422, 429, 480, 500, 502, 503),
  fc.integer({ min: 400, max: 599 }),
);
const anyStatus = fc.integer({ min: 200, max: 599 });

/** The answers of one server. About half are nearly right, since completely wrong ones are rejected at once. */
export function strangeAnswer({
  good: values,
  refusals,
  secrets,
  element,
}: AnswerParts): fc.Arbitrary<StrangeAnswer> {
  const json = (from: readonly unknown[], most: number) =>
    fc
      .tuple(fc.constantFrom(...from), fc.array(mutation(secrets), { maxLength: most }))
      .map(([value, mutations]) => written(mutated(value, mutations), element));
  const answer = (
    status: fc.Arbitrary<number>,
    body: fc.Arbitrary<string | Uint8Array>,
  ): fc.Arbitrary<StrangeAnswer> =>
    fc.record(
      { does: fc.constant('answer' as const), status, headers, body, breaks: odd },
      { requiredKeys: ['does', 'status', 'headers', 'body'] },
    );
  const whole = (status: fc.Arbitrary<number>, body: fc.Arbitrary<string | Uint8Array>) =>
    fc.record({ does: fc.constant('answer' as const), status, headers, body });
  const cut = (text: fc.Arbitrary<string>) =>
    fc
      .tuple(text, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([all, share]) => all.slice(0, share * all.length));
  const wrapped = fc
    .tuple(
      json(values, 1),
      fc.constantFrom(")]}',\n", '\ufeff', 'callback(', 'data: ', '1f\r\n', 'access_token='),
    )
    .map(([text, before]) => before + text);
  const page = textOf(secrets).map((text) => `<!doctype html><title>502</title><h1>${text}</h1>`);
  return fc.oneof(
    { weight: 80, arbitrary: whole(good, json(values, 2)) },
    { weight: 20, arbitrary: answer(good, json(values, 6)) },
    { weight: 40, arbitrary: whole(refusing, json(refusals, 3)) },
    { weight: 10, arbitrary: whole(good, cut(json(values, 0))) },
    { weight: 10, arbitrary: whole(refusing, cut(json(refusals, 1))) },
    { weight: 10, arbitrary: whole(good, wrapped) },
    { weight: 10, arbitrary: answer(anyStatus, page) },
    { weight: 10, arbitrary: answer(anyStatus, textOf(secrets)) },
    { weight: 10, arbitrary: answer(anyStatus, fc.uint8Array({ maxLength: 40 })) },
    {
      weight: 10,
      arbitrary: whole(anyStatus, fc.constantFrom('', ' ', 'null', '0', '"', '[]', '{}', '[[]]')),
    },
    {
      weight: 10,
      arbitrary: whole(
        anyStatus,
        fc.jsonValue().map((value) => written(value, element)),
      ),
    },
    { weight: 10, arbitrary: fc.record({ does: fc.constant('fail' as const), with: odd }) },
    { weight: 1, arbitrary: fc.constant({ does: 'hang' as const }) },
  );
}

function written(value: unknown, element: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return element === undefined ? text : text.replaceAll(`"${MANY}"`, `"${MANY}",${JSON.stringify(element)}`);
}

/** Expanded only here, since it is too long to print with a failing property. */
function spelledOut(body: string): string {
  return body
    .replaceAll(/"§many",(\{[^{}]*\})/g, (_, element: string) => Array(1100).fill(element).join(','))
    .replaceAll(`"${DEEP}"`, () => '['.repeat(10_000) + ']'.repeat(10_000))
    .replaceAll(`"${UNSAFE}"`, '9007199254740993')
    .replaceAll(LONG, () => 'lang '.repeat(12_000));
}

function oddError(kind: Odd, secrets: readonly string[]): unknown {
  const all: Record<Odd, () => unknown> = {
    type: () => new TypeError('fetch failed'),
    abort: () => new DOMException('aborted', 'AbortError'),
    timeout: () => new DOMException('too late', 'TimeoutError'),
    range: () => new RangeError('too much'),
    secret: () => new Error(`Authorization: ${secrets.join()}`, { cause: { secrets } }),
    string: () => `<b>${secrets.join()}</b>`,
    undefined: () => undefined,
    null: () => null,
    object: () => ({ name: 'HTTPError', response: { status: 401 }, secrets }),
  };
  return all[kind]();
}

/** Performs the answer. */
export function carriedOut(
  answer: StrangeAnswer,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<Response> {
  if (answer.does === 'hang') {
    return new Promise((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }
  if (answer.does === 'fail') return Promise.reject(oddError(answer.with, secrets));
  const { status, headers, breaks } = answer;
  const bytes =
    typeof answer.body === 'string' ? new TextEncoder().encode(spelledOut(answer.body)) : answer.body;
  const hasNone = [204, 205, 304].includes(status);
  const body = breaks === undefined ? (bytes as BodyInit) : brokenOff(bytes, oddError(breaks, secrets));
  return Promise.resolve(new Response(hasNone ? null : body, { status, headers: new Headers(headers) }));
}

/** The first half, then an error. */
function brokenOff(bytes: Uint8Array, error: unknown): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent || bytes.length < 2) return controller.error(error);
      sent = true;
      controller.enqueue(bytes.slice(0, bytes.length / 2));
    },
  });
}
