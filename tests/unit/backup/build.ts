import type {
  Backup,
  SavedCompany,
  SavedDismissal,
  SavedKeptDifference,
  SavedLink,
  SavedRun,
} from '../../../lib/features/backup/contents.ts';
import type { CurrentCompany, CurrentState } from '../../../lib/features/backup/current-state.ts';

/** Contact 1, 2, 3 ... */
export const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const savedLink = (customerId: string, n: number): SavedLink => ({
  customerId,
  contactGuid: guid(n),
  customer: `Kunde ${customerId}`,
  contact: `Kontakt ${n}`,
  how: 'match',
  linkedAt: 1,
});

export const savedRun = (id: string, extra: Partial<SavedRun> = {}): SavedRun => ({
  id,
  kind: 'sync',
  state: 'done',
  startedAt: 1,
  endedAt: 2,
  total: 1,
  finished: 1,
  failed: 0,
  operations: [
    { seq: 0, kind: 'link', state: 'done', name: 'Kunde 1', customerId: '1', contactGuid: guid(1) },
  ],
  ...extra,
});

export const savedDismissal = (key: string, dismissedAt = 5): SavedDismissal => ({
  of: 'duplicate',
  key,
  dismissedAt,
});

/** The phone number of a customer that is linked to the contact of the same number. */
export const savedKept = (
  customerId: string,
  extra: Partial<SavedKeptDifference> = {},
): SavedKeptDifference => ({
  customerId,
  contactGuid: guid(Number(customerId)),
  field: 'phone',
  answer: 'both',
  dinero: '86123456',
  effihub: '86123457',
  kept: true,
  ...extra,
});

export const savedCompany = (extra: Partial<SavedCompany> = {}): SavedCompany => ({
  id: '637871:41',
  organizationId: 637871,
  organizationName: 'Nordisk Tekst ApS',
  accountId: '41',
  accountName: 'Nordisk Tekst',
  subdomain: 'nordisktekst',
  source: 'api',
  links: [savedLink('1', 1)],
  ignored: [{ contactGuid: guid(2), name: 'Birk', ignoredAt: 5 }],
  contactNumbers: [{ number: '1037', contactGuid: guid(1) }],
  imports: [],
  columns: [],
  dismissals: [savedDismissal('a|b')],
  kept: [savedKept('1')],
  runs: [savedRun('r')],
  ...extra,
});

export const savedBackup = (companies = [savedCompany()]): Backup => ({
  madeAt: '2026-11-25T08:00:00.000Z',
  preferences: { language: 'auto', theme: 'auto', check: 'off' },
  companies,
});

/** A company that is connected, with customers and contacts 1 to 9. */
export const hereCompany = (saved = savedCompany(), extra: Partial<CurrentCompany> = {}): CurrentCompany => ({
  saved,
  hasKeys: true,
  paused: false,
  customers: new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  contacts: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].map(guid)),
  formerIds: new Set(),
  rows: new Set(saved.imports.map(({ id }) => id)),
  imports: new Map(saved.imports.flatMap(({ id, importKey }) => (importKey ? [[importKey, id]] : []))),
  answered: new Set(),
  held: new Set(),
  ...extra,
});

export const hereWith = (...companies: CurrentCompany[]): CurrentState => ({
  companies,
  runs: new Set(companies.flatMap(({ saved }) => saved.runs.map(({ id }) => id))),
});

/** A file as the database's second version would have filled it. */
export const firstFormat = JSON.stringify({
  kundebro: 'backup',
  format: 1,
  madeAt: '2026-10-01T08:00:00.000Z',
  preferences: { language: 'da', theme: 'dark' },
  companies: [
    {
      id: '637871:41',
      organizationId: 637871,
      organizationName: 'Nordisk Tekst ApS',
      accountId: '41',
      accountName: 'Nordisk Tekst',
      subdomain: 'nordisktekst',
      links: [
        {
          customerId: '1',
          contactGuid: '00000000-0000-4000-8000-000000000001',
          customer: 'Bagergården ApS',
          contact: 'Bagergården ApS',
          how: 'match',
          linkedAt: 1,
        },
      ],
      ignored: [{ contactGuid: '00000000-0000-4000-8000-000000000002', name: 'Birk', ignoredAt: 2 }],
      contactNumbers: [{ number: '1037', contactGuid: '00000000-0000-4000-8000-000000000001' }],
      runs: [
        {
          id: 'r',
          connectionId: '637871:41',
          kind: 'sync',
          state: 'done',
          startedAt: 1,
          endedAt: 2,
          total: 1,
          finished: 1,
          failed: 0,
          operations: [
            {
              runId: 'r',
              seq: 0,
              connectionId: '637871:41',
              kind: 'link',
              state: 'done',
              name: 'Bagergården ApS',
              body: { contactGuid: '00000000-0000-4000-8000-000000000001' },
            },
          ],
        },
      ],
    },
  ],
});
