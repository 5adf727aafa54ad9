/** What the help is about: the order of its topics, and how they lead on. No texts, so that any view may know it. */

export const HELP_GROUPS = {
  steps: ['connect', 'step-1', 'step-2', 'step-3', 'step-4', 'panel'],
  daily: ['invoices', 'automatic-check', 'differences', 'duplicates', 'gone', 'history', 'sheet', 'backup'],
  errors: [
    'access',
    'wrong-company',
    'no-access',
    'not-accepted',
    'vat-number',
    'email',
    'linked',
    'exists',
    'deleted',
    'no-longer-there',
    'changed',
    'no-answer',
    'storage',
    'waiting',
    'panel-click',
    'restore',
    'unexpected',
  ],
} as const;

export type HelpGroup = keyof typeof HELP_GROUPS;
export type TopicOf<Group extends HelpGroup> = (typeof HELP_GROUPS)[Group][number];
/** Also the part of the help page's address that leads to it. */
export type HelpTopic = TopicOf<HelpGroup>;

export const HELP_GROUP_NAMES = Object.keys(HELP_GROUPS) as HelpGroup[];
export const HELP_TOPICS: readonly HelpTopic[] = Object.values(HELP_GROUPS).flat();

/** What to read next. */
export const SEE_ALSO: Partial<Record<HelpTopic, readonly HelpTopic[]>> = {
  connect: ['access', 'sheet'],
  'step-1': ['invoices', 'linked'],
  'step-2': ['vat-number', 'deleted'],
  'step-3': ['invoices', 'email'],
  'step-4': ['not-accepted', 'history'],
  panel: ['panel-click'],
  invoices: ['step-1', 'gone'],
  differences: ['changed'],
  duplicates: ['linked'],
  gone: ['invoices', 'deleted'],
  history: ['step-4'],
  sheet: ['backup'],
  backup: ['restore'],
  access: ['connect', 'wrong-company'],
  'no-access': ['access'],
  'not-accepted': ['vat-number', 'email'],
  email: ['duplicates'],
  linked: ['duplicates'],
  deleted: ['gone'],
  'no-longer-there': ['gone'],
  changed: ['differences'],
  'panel-click': ['panel'],
  restore: ['backup'],
};

/** Topics whose remedy is found in the settings. */
export const IN_SETTINGS: ReadonlySet<HelpTopic> = new Set([
  'connect',
  'automatic-check',
  'sheet',
  'backup',
  'access',
  'wrong-company',
]);
