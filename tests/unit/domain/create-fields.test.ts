import { describe, expect, test } from 'vitest';
import { createFields } from '../../../lib/domain/create-fields.ts';
import { customer } from '../../helpers/flow.ts';

describe('createFields', () => {
  test('proposes Denmark for a missing country, marked as assumed, until another is chosen', () => {
    expect(createFields(customer('1'), {})).toMatchObject({ countryCode: 'DK', countryAssumed: true });
    expect(createFields(customer('1'), { countryCode: 'SE' })).toMatchObject({
      countryCode: 'SE',
      countryAssumed: false,
    });
  });

  test('treats an invalid country as missing', () => {
    expect(createFields(customer('1', { countryCode: 'UK' }), {})).toMatchObject({
      countryCode: '',
      countryAssumed: false,
    });
  });

  test('asks for the kind only when neither Effihub nor a CVR number tells', () => {
    expect(createFields(customer('1'), {})).toMatchObject({ kindAsked: true, isPerson: false });
    expect(createFields(customer('1', { vatNumber: '25313763' }), {}).kindAsked).toBe(false);
    expect(createFields(customer('1', { isPerson: true }), {})).toMatchObject({
      kindAsked: false,
      isPerson: true,
    });
  });

  test('treats a cleared name as missing, whatever Effihub has', () => {
    expect(createFields(customer('1'), { name: '  ' }).name).toBe('');
  });
});
