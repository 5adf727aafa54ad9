import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { messages as defined, type MessageName } from '../../../lib/features/messages.ts';
import { connectionId, messages } from '../../helpers/a-message-each.ts';

describe('a message', () => {
  const connectionId = '637871:41';
  it.each([
    [
      'chooseCustomers',
      {
        connectionId,
        choices: [
          ['1', { action: 'create', create: { name: 'X' } }],
          ['2', null],
        ],
      },
    ],
    ['goToStep', { connectionId, step: 3 }],
    ['flowPart', { connectionId, lists: 'a', part: 1 }],
    ['overview', undefined],
  ] as const)('%s of the declared shape is accepted', (name, input) => {
    expect(v.safeParse(defined[name].schema, input).success).toBe(true);
  });
  it.each([
    ['chooseCustomers', { connectionId, choices: [['1', { action: 'delete' }]] }],
    ['chooseCustomers', { connectionId, choices: { 1: { action: 'skip' } } }],
    ['goToStep', { connectionId, step: 5 }],
    ['flowPart', { connectionId, lists: 'a', part: -1 }],
    ['startRun', {}],
    ['testDinero', { clientId: 'x', clientSecret: 'x', apiKey: 'x', organizationId: '1; drop' }],
    ['overview', { more: true }],
  ] as const)('%s of another shape is refused', (name, input) => {
    expect(v.safeParse(defined[name].schema, input).success).toBe(false);
  });
});

describe('every message', () => {
  const all = Object.entries(messages) as [MessageName, object | undefined][];
  const accepts = (name: MessageName, input: unknown) => v.safeParse(defined[name].schema, input).success;

  it('has a schema and a right', () => {
    expect(Object.keys(defined).toSorted()).toEqual(Object.keys(messages).toSorted());
    for (const { right, schema } of Object.values(defined))
      expect([right.from, schema.kind]).not.toContain(undefined);
  });

  it.each(all)('%s is accepted, and refused as anything else', (name, input) => {
    expect(v.parse(defined[name].schema, input)).toEqual(input);
    for (const other of [null, 0, true, '', 'x', () => input]) expect(accepts(name, other)).toBe(false);
  });

  it.each(all)('%s carries nothing on that was not declared', (name, input) => {
    const parsed = v.safeParse(defined[name].schema as v.GenericSchema, { ...input, panelIn: 3, more: [1] });
    if (input === undefined) expect(parsed.success).toBe(false);
    else expect(parsed.output).toEqual(input);
  });

  const parts = all.flatMap(([name, input]) => Object.keys(input ?? {}).map((key) => [name, key] as const));
  const optional = new Set(['chooseCompany connectionId', 'startRun shown']);
  /** What is wrong with a file is told in words by whoever reads it. */
  const files = new Set(['previewRestore text', 'restore text']);

  it.each(parts)('%s needs its %s, and of the declared kind', (name, key) => {
    const input: Record<string, unknown> = { ...(messages[name] as object) };
    const endless = files.has(`${name} ${key}`) ? [] : ['\u0000'.repeat(30_000)];
    for (const other of [null, Number.NaN, Number.POSITIVE_INFINITY, () => 1, ...endless])
      expect(accepts(name, { ...input, [key]: other })).toBe(false);
    delete input[key];
    expect(accepts(name, input)).toBe(optional.has(`${name} ${key}`));
  });

  it.each([
    ['contactCard', { connectionId, number: '1037x', fresh: true }],
    ['contactCard', { connectionId, number: '', fresh: true }],
    ['nameContact', { connectionId, number: '1'.repeat(21), contactGuid: 'a' }],
    ['findFree', { connectionId, side: 'runs', query: '' }],
    ['createOne', { connectionId, customerId: '1', create: { countryCode: 'dk' }, anyway: false }],
    ['createOne', { connectionId, customerId: '1', create: {}, anyway: 'yes' }],
    ['mendLinks', { connectionId, links: [['1']] }],
    ['mendLinks', { connectionId, links: [['', 'a']] }],
    ['chooseCompany', { connectionId: '' }],
  ] as const)('%s is refused as %j', (name, input) => {
    expect(accepts(name, input)).toBe(false);
  });
});
