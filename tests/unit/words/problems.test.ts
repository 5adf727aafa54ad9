import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../../../lib/domain/problem.ts';
import { catalogues } from '../../../lib/features/words.ts';
import { explain } from '../../../lib/words/explain.ts';
import { da } from '../../../lib/words/problems-da.ts';
import { en } from '../../../lib/words/problems-en.ts';

const SYSTEMS = ['dinero', 'effihub', 'kundebro'] as const;

const inDanish = (problem: Problem) => explain(problem, catalogues.da);

describe.each(['da', 'en'] as const)('the table of problems (%s)', (language) => {
  it.each(PROBLEM_CODES)('has words of its own for %s', (code) => {
    const { what, todo } = explain({ system: 'dinero', code }, catalogues[language]);
    expect([what, todo].join(' ')).not.toMatch(/[{}]|undefined/);
    const [unexpected] = catalogues[language].problems.table.unexpected;
    expect(what === unexpected).toBe(code === 'unexpected');
  });

  it('fills every placeholder, whatever the system, field and status', () => {
    const table = language === 'da' ? da.table : en.table;
    for (const key of Object.keys(table)) {
      const [, code = ''] = key.split('/').length === 3 ? key.split('/') : ['', key.split('/')[0]];
      const field = key.split('/').at(-1) ?? '';
      for (const system of SYSTEMS) {
        const fields = [{ field, message: '' }];
        const { what, todo } = explain({ system, code: code as ProblemCode, fields }, catalogues[language]);
        expect(`${what} ${todo}`).not.toMatch(/[{}]|undefined/);
        expect(what).not.toMatch(/\.$/);
        expect(todo).toMatch(/\.$/);
      }
    }
  });
});

describe('explaining a problem', () => {
  it('distinguishes an e-mail address in use from an invalid one', () => {
    const email = (message: string) =>
      inDanish({ system: 'effihub', code: 'refused', status: 422, fields: [{ field: 'email', message }] })
        .what;
    expect(email('E-mailen er allerede i brug på kontoen.')).toBe(
      'E-mailadressen er allerede i brug på kontoen',
    );
    expect(email('E-mailen er ikke gyldig.')).toBe('E-mailadressen er ikke gyldig');
  });

  it('distinguishes an unregistered CVR number from a malformed one', () => {
    const vat = (message: string) =>
      inDanish({ system: 'dinero', code: 'refused', fields: [{ field: 'vatNumber', message }] }).what;
    expect(vat('CVR-nummeret findes ikke')).toBe('CVR-nummeret findes ikke i CVR-registret');
    expect(vat('Ugyldigt format')).toBe('CVR-nummeret blev ikke godtaget af Dinero');
  });

  it('refers to the system that the customer comes from', () => {
    const name = [{ field: 'name', message: 'For langt' }];
    expect(inDanish({ system: 'dinero', code: 'refused', fields: name }).todo).toContain('i Effihub');
    expect(inDanish({ system: 'effihub', code: 'refused', fields: name }).todo).toContain('i Dinero');
  });

  it('names the host that the browser blocks', () => {
    const problem: Problem = { system: 'dinero', code: 'unreachable', host: 'api.dinero.dk' };
    expect(inDanish(problem).what).toBe('Browseren lader ikke Kundebro kontakte api.dinero.dk');
    expect(inDanish(problem).todo).toContain('Giv adgang');
    expect(explain(problem, catalogues.en).what).toContain('api.dinero.dk');
  });

  it('names the wrong credential', () => {
    const wrong = (field: string) =>
      inDanish({ system: 'dinero', code: 'wrong-credentials', fields: [{ field, message: '' }] }).what;
    expect(wrong('clientId')).toContain('klient-id');
    expect(wrong('apiKey')).toContain('API-nøglen');
    expect(inDanish({ system: 'effihub', code: 'wrong-credentials', status: 401 }).what).toContain(
      'API-token',
    );
  });

  it('names the linked record, even if its name looks like a replacement pattern', () => {
    const taken: Problem = { system: 'effihub', code: 'taken', linkedTo: '$& Søn ApS' };
    expect(inDanish(taken).what).toBe('Kunden er allerede linket til $& Søn ApS');
  });

  it("does not blame the internet connection for a system's own failure", () => {
    expect(inDanish({ system: 'dinero', code: 'unreachable' }).todo).toContain('internetforbindelse');
    const { what, todo } = inDanish({ system: 'dinero', code: 'unreachable', status: 503 });
    expect(what).toBe('Dinero har problemer lige nu');
    expect(todo).not.toContain('internetforbindelse');
  });

  it('suggests an update when Dinero is retiring an endpoint', () => {
    expect(inDanish({ system: 'dinero', code: 'unreachable', status: 480 }).todo).toContain(
      'Opdatér Kundebro',
    );
  });

  it('quotes the other system once, and never our own words', () => {
    const message = 'CVR-nummeret findes ikke';
    const fields = [{ field: 'vatNumber', message }];
    expect(inDanish({ system: 'dinero', code: 'refused', quote: message, fields }).quote).toBe(
      'Dinero skriver: “CVR-nummeret findes ikke”',
    );
    expect(inDanish({ system: 'dinero', code: 'refused', fields }).quote).toContain(message);
    expect(
      inDanish({ system: 'dinero', code: 'wrong-credentials', quote: 'invalid_client' }).quote,
    ).toBeUndefined();
    expect(inDanish({ system: 'kundebro', code: 'database', quote: 'VersionError' }).quote).toBeUndefined();
  });

  it('does not refer to a missing quote', () => {
    const wordless = inDanish({ system: 'dinero', code: 'refused', status: 400 });
    expect(wordless.what).toBe('Dinero godtog ikke oplysningerne og skrev ikke hvorfor');
    expect(wordless.todo).not.toContain('Dinero skriver');
    const said = inDanish({ system: 'dinero', code: 'refused', quote: 'Kunden er spærret' });
    expect(said.todo).toContain('Se, hvad Dinero skriver');
  });

  it('explains unknown fields and unknown errors', () => {
    const fields = [{ field: 'constructor', message: 'Nej' }];
    expect(inDanish({ system: 'dinero', code: 'refused', fields }).what).toBe(
      'Dinero godtog ikke oplysningerne',
    );
    expect(explain(undefined, catalogues.da).what).toBe('Noget gik galt');
  });
});
