import { describe, expect, test } from 'vitest';
import { createFields } from '../../../lib/domain/create-fields.ts';
import { customer } from '../../helpers/flow.ts';

describe('what step 2 shows', () => {
  test('a missing country is proposed as Denmark and marked as assumed, until another is chosen', () => {
    expect(createFields(customer('1'), {})).toMatchObject({ countryCode: 'DK', countryAssumed: true });
    expect(createFields(customer('1'), { countryCode: 'SE' })).toMatchObject({
      countryCode: 'SE',
      countryAssumed: false,
    });
  });

  test('a country that is none is missing', () => {
    expect(createFields(customer('1', { countryCode: 'UK' }), {})).toMatchObject({
      countryCode: '',
      countryAssumed: false,
    });
  });

  test('the kind is asked for only where neither Effihub nor a CVR number says it', () => {
    expect(createFields(customer('1'), {})).toMatchObject({ kindAsked: true, isPerson: false });
    expect(createFields(customer('1', { vatNumber: '25313763' }), {}).kindAsked).toBe(false);
    expect(createFields(customer('1', { isPerson: true }), {})).toMatchObject({
      kindAsked: false,
      isPerson: true,
    });
  });

  test('a name that was taken away is missing, whatever Effihub has', () => {
    expect(createFields(customer('1'), { name: '  ' }).name).toBe('');
  });
});
