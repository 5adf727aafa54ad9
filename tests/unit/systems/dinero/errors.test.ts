import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dineroProblem } from '../../../../lib/systems/dinero/errors.ts';
import { sanitized } from '../../../../lib/systems/http/error-response.ts';

const problemOf = (status: number, data: unknown) =>
  sanitized(dineroProblem({ status, data, text: data === undefined ? '' : JSON.stringify(data) }), []);

const validation = {
  code: 42,
  message: 'Validation Error',
  validationErrors: { VatNumber: 'CVR-nummeret findes ikke' },
  languageSpecificMessages: [{ property: 'VatNumber', message: 'CVR-nummeret findes ikke' }],
  errorMessageList: [],
};

describe("Dinero's error body", () => {
  it("names each field once, in our terms, with Dinero's message", () => {
    expect(problemOf(400, validation)).toEqual({
      system: 'dinero',
      code: 'refused',
      status: 400,
      quote: 'CVR-nummeret findes ikke',
      fields: [{ field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
    });
  });

  it.each([
    ['only the general message', { code: 42, message: 'Validation Error' }, 'Validation Error', undefined],
    [
      'every list null',
      {
        code: 42,
        message: 'Nej',
        validationErrors: null,
        languageSpecificMessages: null,
        errorMessageList: null,
      },
      'Nej',
      undefined,
    ],
    [
      'only the worded list',
      { languageSpecificMessages: [{ property: 'Email', message: 'Ugyldig e-mail' }] },
      'Ugyldig e-mail',
      [{ field: 'email', message: 'Ugyldig e-mail' }],
    ],
    [
      'only the list of rules',
      { message: 'Validation Error', errorMessageList: [{ Code: 'other', Message: 'Kan ikke oprettes' }] },
      'Kan ikke oprettes',
      undefined,
    ],
    [
      'keys in the other case',
      { ValidationErrors: { countryKey: 'Land mangler' }, Message: 'Validation Error' },
      'Land mangler',
      [{ field: 'countryCode', message: 'Land mangler' }],
    ],
    [
      'several texts for one field',
      { validationErrors: { 'model.Webpage': ['For lang', 'Ugyldig'] } },
      'For lang Ugyldig',
      [
        { field: 'website', message: 'For lang' },
        { field: 'website', message: 'Ugyldig' },
      ],
    ],
    [
      'an unknown field',
      { validationErrors: { PaymentConditionType: 'Ukendt' } },
      'Ukendt',
      [{ field: 'PaymentConditionType', message: 'Ukendt' }],
    ],
    [
      'a field called like something every object has',
      { validationErrors: { constructor: 'Ukendt' } },
      'Ukendt',
      [{ field: 'constructor', message: 'Ukendt' }],
    ],
    ['nothing at all', undefined, undefined, undefined],
    ['a bare string', 'Nej', undefined, undefined],
    ['a list', [validation], undefined, undefined],
    [
      'lists of nonsense',
      { validationErrors: [1], languageSpecificMessages: {}, errorMessageList: [null, 3] },
      undefined,
      undefined,
    ],
  ])('with %s is understood', (_, data, quote, fields) => {
    const problem = problemOf(400, data);
    expect(problem.code).toBe('refused');
    expect(problem.quote).toBe(quote);
    expect(problem.fields).toEqual(fields);
  });

  it.each([
    [400, { errorMessageList: [{ Code: 'guidMustBeUnique', Message: 'Findes' }] }, 'guid-taken'],
    [400, { errorMessageList: [{ code: 'GuidMustBeUnique' }] }, 'guid-taken'],
    [400, { validationErrors: { ContactGuid: 'guidMustBeUnique' } }, 'guid-taken'],
    [403, { code: 48 }, 'no-subscription'],
    [403, { code: '90' }, 'no-subscription'],
    [403, { message: 'No access' }, 'forbidden'],
    [403, undefined, 'forbidden'],
    [404, undefined, 'gone'],
    [400, { code: 40 }, 'gone'],
    [400, { code: 404 }, 'gone'],
    [401, { code: 40 }, 'wrong-credentials'],
    [422, { message: 'x' }, 'refused'],
    [400, { code: null }, 'refused'],
  ])('with status %i and %j means %s', (status, data, code) => {
    expect(problemOf(status, data).code).toBe(code);
  });

  it('is quoted without markup and shortened', () => {
    const { quote = '' } = problemOf(400, { message: `<b>Fejl</b> <script>x</script>${'!'.repeat(1000)}` });
    expect(quote).toHaveLength(300);
    expect(quote).toMatch(/^Fejl !+…$/);
  });

  it('of any shape becomes a problem with short plain texts', () => {
    const texts = fc.oneof(fc.string(), fc.constant(undefined), fc.jsonValue());
    const entry = fc.record(
      { property: texts, message: texts, Code: texts, Message: texts },
      { requiredKeys: [] },
    );
    const body = fc.record(
      {
        code: texts,
        message: texts,
        validationErrors: fc.oneof(texts, fc.dictionary(fc.string(), texts)),
        languageSpecificMessages: fc.oneof(texts, fc.array(entry)),
        errorMessageList: fc.oneof(texts, fc.array(entry)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 479 }), fc.oneof(body, fc.jsonValue()), (status, data) => {
        const problem = problemOf(status, data);
        expect(problem.system).toBe('dinero');
        expect(problem.quote?.length ?? 0).toBeLessThanOrEqual(300);
        for (const { field, message } of problem.fields ?? []) {
          expect(field).not.toBe('');
          expect(message.length).toBeLessThanOrEqual(300);
        }
      }),
    );
  });
});
