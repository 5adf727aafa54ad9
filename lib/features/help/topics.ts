/** The help's topics, their order and cross-references. Without the texts, so that every view can import it. */

export const HELP_GROUPS = {
  steps: ['connect', 'step-1', 'step-2', 'step-3', 'step-4', 'panel'],
  daily: [
    'invoices',
    'automatic-check',
    'differences',
    'duplicates',
    'missing',
    'history',
    'sheets',
    'backup',
  ],
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
/** Also the anchor in the help page's address. */
export type HelpTopic = TopicOf<HelpGroup>;

export const HELP_GROUP_NAMES = Object.keys(HELP_GROUPS) as HelpGroup[];
export const HELP_TOPICS: readonly HelpTopic[] = Object.values(HELP_GROUPS).flat();

/** Topics anchored under another name by earlier versions: users may have kept such an address. */
export const FORMER_ANCHORS: ReadonlyMap<string, HelpTopic> = new Map([
  ['gone', 'missing'],
  ['sheet', 'sheets'],
]);

/** What to read next. */
export const SEE_ALSO: Partial<Record<HelpTopic, readonly HelpTopic[]>> = {
  connect: ['access', 'sheets'],
  'step-1': ['invoices', 'linked'],
  'step-2': ['vat-number', 'deleted'],
  'step-3': ['invoices', 'email'],
  'step-4': ['not-accepted', 'history'],
  panel: ['panel-click'],
  invoices: ['step-1', 'missing'],
  differences: ['changed'],
  duplicates: ['linked'],
  missing: ['invoices', 'deleted'],
  history: ['step-4'],
  sheets: ['backup'],
  backup: ['restore'],
  access: ['connect', 'wrong-company'],
  'no-access': ['access'],
  'not-accepted': ['vat-number', 'email'],
  email: ['duplicates'],
  linked: ['duplicates'],
  deleted: ['missing'],
  'no-longer-there': ['missing'],
  changed: ['differences'],
  'panel-click': ['panel'],
  restore: ['backup'],
};

/** Topics with a button to the settings, where the remedy is. */
export const IN_SETTINGS: ReadonlySet<HelpTopic> = new Set([
  'connect',
  'automatic-check',
  'sheets',
  'backup',
  'access',
  'wrong-company',
]);

/** A paragraph or a list: `steps` are numbered, `points` are not. Words of the interface stand between asterisks. */
export type HelpPart =
  | string
  | ({ title?: string; text?: string } & ({ steps: string[] } | { points: string[] }));

export interface HelpText {
  title: string;
  parts: HelpPart[];
}

/** The texts of some topics in one language. */
export type HelpTexts<Topic extends HelpTopic> = Record<Topic, HelpText>;
