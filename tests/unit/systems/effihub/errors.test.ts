import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effihubProblem } from '../../../../lib/systems/effihub/errors.ts';
import { sanitized } from '../../../../lib/systems/http/error-response.ts';

const problemOf = (status: number, data: unknown) =>
  sanitized(effihubProblem({ status, data, text: data === undefined ? '' : JSON.stringify(data) }), []);

describe("Effihub's error body", () => {
  it("names the fields in our terms, with Effihub's messages", () => {
    const errors = {
      invoiceEmail: ['E-mailen er allerede i brug på kontoen.'],
      name: ['Mangler.', 'Mangler.'],
    };
    expect(problemOf(422, { message: 'Oplysningerne er ikke gyldige.', errors })).toEqual({
      system: 'effihub',
      code: 'refused',
      status: 422,
      quote: 'E-mailen er allerede i brug på kontoen. Mangler.',
      fields: [
        { field: 'email', message: 'E-mailen er allerede i brug på kontoen.' },
        { field: 'name', message: 'Mangler.' },
      ],
    });
  });

  it.each([
    [409, { message: 'x', customerId: 88 }, { code: 'taken', linkedTo: '88' }],
    [409, { message: 'x', customerId: '88' }, { code: 'taken', linkedTo: '88' }],
    [409, { message: 'x' }, { code: 'key-used' }],
    [409, undefined, { code: 'key-used' }],
    [409, { customerId: { id: 1 } }, { code: 'key-used' }],
    [409, { customerId: -1 }, { code: 'key-used' }],
    [409, { customerId: 1e21 }, { code: 'key-used' }],
    [404, { message: 'Not found.' }, { code: 'gone', quote: 'Not found.' }],
    [401, { message: 'Unauthenticated.' }, { code: 'wrong-credentials', quote: 'Unauthenticated.' }],
    [403, undefined, { code: 'forbidden' }],
    [400, { message: 'Nej' }, { code: 'refused', quote: 'Nej' }],
    [422, { errors: { email: 'En tekst' } }, { fields: [{ field: 'email', message: 'En tekst' }] }],
    [422, { errors: { email: null, name: [null, 3] }, message: null }, { code: 'refused' }],
    [422, { errors: { constructor: 'Ukendt' } }, { fields: [{ field: 'constructor', message: 'Ukendt' }] }],
    [422, { errors: ['x'] }, { code: 'refused' }],
  ])('with status %i and %j means %j', (status, data, expected) => {
    expect(problemOf(status, data)).toMatchObject(expected);
  });

  it('of any shape becomes a problem with short plain texts', () => {
    const body = fc.record(
      {
        message: fc.jsonValue(),
        customerId: fc.jsonValue(),
        errors: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.array(fc.string()))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 479 }), fc.oneof(body, fc.jsonValue()), (status, data) => {
        const problem = problemOf(status, data);
        expect(problem.system).toBe('effihub');
        expect(problem.quote?.length ?? 0).toBeLessThanOrEqual(300);
        for (const { message } of problem.fields ?? []) expect(message.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
