import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import readConfig from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = await readConfig(join(root, '.dependency-cruiser.mjs'));
const rules = (config.ruleSet?.forbidden ?? []).map(({ name }) => name);

/** What each file of a small product imports: files by their path, packages by their name, types after `type`. */
type Tree = Record<string, string[]>;

/** A file or more in each room, with every kind of import that is allowed. */
const CLEAN: Tree = {
  'entrypoints/background.ts': [
    'lib/background/index.ts',
    'lib/browser/tabs.ts',
    'lib/browser/badge.ts',
    'wxt/utils/define-background',
  ],
  'entrypoints/sync/main.tsx': ['components/app/App.tsx'],
  'entrypoints/panel/main.tsx': ['components/panel/Panel.tsx'],
  'entrypoints/dinero.content/index.ts': ['components/launcher/index.ts', 'wxt/utils/define-content-script'],

  'components/app/App.tsx': [
    'lib/features/help/words.ts',
    'components/sync/Wizard.tsx',
    'components/history/Undo.tsx',
    'preact',
  ],
  'components/sync/Wizard.tsx': [
    'components/sync/state.ts',
    'components/history/index.ts',
    'components/shared/background.ts',
    'components/ui/Button.tsx',
  ],
  'components/sync/state.ts': [
    'lib/features/sync/index.ts',
    'type lib/features/sync/messages.ts',
    'lib/features/sync/words/match.ts',
    'lib/words/common.ts',
    'lib/domain/customer.ts',
    'lib/match/types.ts',
    '@preact/signals',
  ],
  'components/history/index.ts': ['components/history/Undo.tsx'],
  'components/history/Undo.tsx': ['lib/features/history/words.ts', 'components/ui/Button.tsx'],
  'components/panel/Panel.tsx': [
    'components/shared/background.ts',
    'components/shared/host.ts',
    'preact/hooks',
  ],
  'components/shared/host.ts': ['wxt/browser'],
  'components/shared/background.ts': [
    'lib/messaging/index.ts',
    'lib/features/messages.ts',
    'lib/features/words.ts',
    'type lib/features/updates.ts',
    'components/ui/Button.tsx',
    'wxt/browser',
  ],
  'components/ui/Button.tsx': ['components/ui/icons.ts', 'preact', '@tanstack/virtual-core'],
  'components/ui/icons.ts': [],
  'components/launcher/index.ts': [
    'components/launcher/box.ts',
    'lib/messaging/content.ts',
    'lib/domain/dinero-page.ts',
    'wxt/browser',
  ],
  'components/launcher/box.ts': ['lib/messaging/page-report.ts'],

  'lib/background/index.ts': [
    'lib/features/sync/service.ts',
    'lib/browser/tabs.ts',
    'type lib/features/deps.ts',
  ],
  'lib/features/deps.ts': [
    'type lib/features/updates.ts',
    'type lib/storage/database.ts',
    'type lib/browser/tabs.ts',
    'type lib/systems/dinero/api.ts',
  ],
  'lib/features/updates.ts': ['type lib/features/history/index.ts', 'type lib/domain/customer.ts'],
  'lib/features/messages.ts': ['lib/features/sync/messages.ts', 'lib/features/history/messages.ts'],
  'lib/features/words.ts': [
    'lib/features/sync/words/match.ts',
    'lib/features/history/words.ts',
    'lib/words/common.ts',
  ],
  'lib/features/sync/index.ts': ['lib/features/sync/rules.ts', 'lib/features/sync/steps.ts'],
  'lib/features/sync/rules.ts': ['lib/features/sync/steps.ts', 'lib/match/index.ts', 'uuid'],
  'lib/features/sync/steps.ts': ['type lib/domain/customer.ts'],
  'lib/features/sync/messages.ts': ['lib/messaging/index.ts', 'type lib/features/sync/index.ts', 'valibot'],
  'lib/features/sync/words/match.ts': ['type lib/domain/customer.ts'],
  'lib/features/sync/service.ts': [
    'type lib/features/deps.ts',
    'lib/features/sync/index.ts',
    'lib/features/sync/repository.ts',
    'lib/features/history/index.ts',
    'lib/features/history/service.ts',
    'lib/features/history/repository.ts',
    'lib/match/turns.ts',
    'lib/domain/run.ts',
    'lib/systems/spreadsheets/api.ts',
  ],
  'lib/features/sync/repository.ts': ['lib/storage/database.ts', 'dexie'],
  'lib/features/history/index.ts': ['lib/features/history/undo/plan.ts'],
  'lib/features/history/undo/plan.ts': ['lib/domain/customer.ts'],
  'lib/features/help/words.ts': ['lib/features/sync/help.ts'],
  'lib/features/sync/help.ts': [],
  'lib/features/history/messages.ts': ['lib/features/history/index.ts', 'lib/messaging/index.ts'],
  'lib/features/history/words.ts': [],
  'lib/features/history/service.ts': ['lib/features/history/repository.ts', 'lib/systems/dinero/api.ts'],
  'lib/features/history/repository.ts': ['lib/storage/database.ts'],

  'lib/domain/customer.ts': ['valibot', 'libphonenumber-js/min', 'jsvat-next'],
  'lib/domain/dinero-page.ts': [],
  'lib/domain/run.ts': ['uuid'],
  'lib/match/index.ts': ['lib/match/types.ts', 'lib/domain/customer.ts'],
  'lib/match/types.ts': ['type lib/domain/customer.ts'],
  'lib/match/turns.ts': ['lib/match/types.ts'],
  'lib/systems/http/http.ts': ['lib/domain/customer.ts', 'ky'],
  'lib/systems/dinero/api.ts': ['lib/systems/http/http.ts', 'lib/domain/customer.ts', 'oauth4webapi'],
  'lib/systems/effihub/api.ts': ['lib/systems/http/http.ts'],
  'lib/systems/spreadsheets/api.ts': ['lib/systems/effihub/api.ts', 'papaparse'],
  'lib/storage/database.ts': ['type lib/systems/dinero/api.ts', 'lib/domain/customer.ts', 'dexie'],
  'lib/messaging/index.ts': ['lib/messaging/content.ts', '@webext-core/messaging', 'wxt/browser'],
  'lib/messaging/content.ts': ['lib/messaging/page-report.ts', 'lib/domain/dinero-page.ts', 'valibot'],
  'lib/messaging/page-report.ts': [],
  'lib/browser/tabs.ts': ['lib/messaging/index.ts', 'type lib/systems/dinero/api.ts', 'wxt/browser'],
  'lib/browser/badge.ts': ['wxt/browser'],
  'lib/words/common.ts': ['type lib/domain/customer.ts'],

  'tests/helpers/customer.ts': ['lib/domain/customer.ts'],
};

const isFile = (name: string) => /^(lib|components|entrypoints|tests)\//.test(name);

function lineOf(from: string, name: string): string {
  const [, type = '', to = ''] = /^(type )?(.*)$/.exec(name) ?? [];
  const path = relative(dirname(from), to);
  const specifier = isFile(to) ? (path.startsWith('.') ? path : `./${path}`) : to;
  return `import ${type}{} from '${specifier}';\n`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function violationsIn(tree: Tree): Promise<IViolation[]> {
  const baseDir = mkdtempSync(join(folder, 'tree-'));
  copyFileSync(join(root, 'package.json'), join(baseDir, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(baseDir, 'node_modules'));
  for (const [file, imports] of Object.entries(tree)) {
    mkdirSync(dirname(join(baseDir, file)), { recursive: true });
    writeFileSync(join(baseDir, file), `${imports.map((name) => lineOf(file, name)).join('')}export {};\n`);
  }
  const { output } = await cruise(['lib', 'components', 'entrypoints'], { ...config, baseDir });
  return (output as ICruiseResult).summary.violations;
}

const rulesBrokenBy = async (tree: Tree) => [
  ...new Set((await violationsIn(tree)).map(({ rule }) => rule.name)),
];

/** A rule, and an import that breaks it and no other. */
const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['no-circle', 'lib/match/types.ts', 'lib/match/index.ts'],
  ['no-circle', 'lib/match/types.ts', 'type lib/match/index.ts'],
  ['no-circle', 'components/ui/icons.ts', 'components/ui/Button.tsx'],
  ['resolvable', 'lib/domain/customer.ts', 'lib/domain/nowhere.ts'],
  ['resolvable', 'lib/background/index.ts', 'no-such-package'],
  ['no-tests-in-product', 'lib/background/index.ts', 'tests/helpers/customer.ts'],
  ['no-tests-in-product', 'components/app/App.tsx', 'type tests/helpers/customer.ts'],
  ['no-dev-packages', 'lib/features/sync/service.ts', 'fast-check'],
  ['no-dev-packages', 'entrypoints/background.ts', 'type vitest'],
  ['no-dev-packages', 'components/app/App.tsx', 'node:fs'],

  ['lib-not-up', 'lib/background/index.ts', 'components/ui/icons.ts'],
  ['lib-not-up', 'lib/match/index.ts', 'type components/ui/icons.ts'],
  ['not-to-entrypoints', 'lib/browser/tabs.ts', 'entrypoints/panel/main.tsx'],
  ['not-to-entrypoints', 'components/ui/icons.ts', 'type entrypoints/background.ts'],
  ['background-only-from-entrypoints', 'components/shared/background.ts', 'type lib/background/index.ts'],
  ['background-only-from-entrypoints', 'lib/browser/badge.ts', 'lib/background/index.ts'],
  ['no-views-in-features', 'lib/features/sync/service.ts', '@preact/signals'],

  ['views-stand-on', 'components/sync/state.ts', 'lib/storage/database.ts'],
  ['views-stand-on', 'components/sync/state.ts', 'type lib/systems/dinero/api.ts'],
  ['views-stand-on', 'components/shared/background.ts', 'lib/browser/tabs.ts'],
  ['views-stand-on', 'components/app/App.tsx', 'lib/features/deps.ts'],
  ['views-stand-on', 'components/sync/state.ts', 'lib/features/sync/rules.ts'],
  ['views-stand-on', 'components/sync/state.ts', 'type lib/features/sync/service.ts'],
  ['views-stand-on', 'components/history/Undo.tsx', 'lib/features/history/repository.ts'],
  ['views-stand-on', 'components/panel/Panel.tsx', 'dexie'],
  ['views-stand-on', 'components/panel/Panel.tsx', 'ky'],
  ['views-by-the-door', 'components/sync/Wizard.tsx', 'components/history/Undo.tsx'],
  ['views-by-the-door', 'components/panel/Panel.tsx', 'components/app/App.tsx'],
  ['shared-below-views', 'components/shared/background.ts', 'components/history/index.ts'],
  ['ui-looks-only', 'components/ui/Button.tsx', 'lib/words/common.ts'],
  ['ui-looks-only', 'components/ui/icons.ts', 'components/shared/host.ts'],
  ['ui-looks-only', 'components/ui/icons.ts', 'wxt/browser'],
  ['launcher-stands-apart', 'components/launcher/box.ts', 'preact'],
  ['launcher-stands-apart', 'components/launcher/box.ts', 'components/ui/icons.ts'],
  ['launcher-stands-apart', 'components/launcher/box.ts', 'lib/messaging/index.ts'],
  ['launcher-stands-apart', 'components/launcher/box.ts', 'type lib/features/sync/index.ts'],
  ['launcher-only-on-sites', 'components/ui/icons.ts', 'components/launcher/box.ts'],
  ['launcher-only-on-sites', 'entrypoints/panel/main.tsx', 'components/launcher/index.ts'],
  ['content-scripts-only-launch', 'entrypoints/dinero.content/index.ts', 'components/ui/icons.ts'],
  ['content-scripts-only-launch', 'entrypoints/dinero.content/index.ts', 'lib/storage/database.ts'],

  ['features-by-the-door', 'lib/features/sync/service.ts', 'lib/features/history/undo/plan.ts'],
  ['features-by-the-door', 'lib/features/sync/steps.ts', 'type lib/features/history/words.ts'],
  ['help-of-features', 'lib/features/help/words.ts', 'lib/features/history/undo/plan.ts'],
  ['pure-files', 'lib/features/sync/rules.ts', 'lib/storage/database.ts'],
  ['pure-files', 'lib/features/sync/index.ts', 'type lib/browser/tabs.ts'],
  ['pure-files', 'lib/features/history/words.ts', 'lib/systems/http/http.ts'],
  ['pure-files', 'lib/features/history/messages.ts', 'lib/features/history/repository.ts'],
  ['pure-files', 'lib/features/sync/rules.ts', 'lib/features/deps.ts'],
  ['pure-files', 'lib/features/sync/rules.ts', 'dexie'],
  // By way of another file of the feature.
  ['pure-files', 'lib/features/sync/steps.ts', 'lib/storage/database.ts'],
  ['pure-files', 'lib/features/history/undo/plan.ts', 'lib/systems/http/http.ts'],
  ['pure-files-no-browser', 'lib/features/sync/rules.ts', 'wxt/browser'],
  ['pure-files-no-browser', 'lib/features/history/messages.ts', '@webext-core/messaging'],
  ['lists-of-features', 'lib/features/messages.ts', 'lib/features/sync/index.ts'],
  ['lists-of-features', 'lib/features/words.ts', 'lib/domain/customer.ts'],
  ['updates-name-features', 'lib/features/updates.ts', 'type lib/words/common.ts'],
  ['deps-name-the-world', 'lib/features/deps.ts', 'type lib/match/index.ts'],
  ['deps-are-types', 'lib/features/deps.ts', 'lib/domain/customer.ts'],

  ['domain-stands-alone', 'lib/domain/run.ts', 'lib/storage/database.ts'],
  ['domain-stands-alone', 'lib/domain/run.ts', 'type lib/match/types.ts'],
  ['domain-stands-alone', 'lib/domain/run.ts', 'dexie'],
  ['domain-stands-alone', 'lib/domain/run.ts', 'type wxt/browser'],
  ['match-is-pure', 'lib/match/turns.ts', 'type lib/browser/tabs.ts'],
  ['match-is-pure', 'lib/match/turns.ts', 'lib/words/common.ts'],
  ['match-is-pure', 'lib/match/turns.ts', 'ky'],
  ['match-is-pure', 'lib/match/turns.ts', 'preact'],
  ['systems-stand-apart', 'lib/systems/dinero/api.ts', 'lib/systems/effihub/api.ts'],
  ['systems-stand-apart', 'lib/systems/effihub/api.ts', 'type lib/systems/dinero/api.ts'],
  ['systems-stand-apart', 'lib/systems/http/http.ts', 'lib/messaging/index.ts'],
  ['spreadsheets-stand-in', 'lib/systems/spreadsheets/api.ts', 'lib/systems/dinero/api.ts'],
  ['spreadsheets-stand-in', 'lib/systems/spreadsheets/api.ts', 'ky'],
  ['storage-stands-on-domain', 'lib/storage/database.ts', 'lib/match/index.ts'],
  ['storage-stands-on-domain', 'lib/storage/database.ts', 'type lib/features/sync/index.ts'],
  ['systems-by-type-only', 'lib/storage/database.ts', 'lib/systems/dinero/api.ts'],
  ['systems-by-type-only', 'lib/browser/tabs.ts', 'lib/systems/http/http.ts'],
  ['messaging-stands-on-domain', 'lib/messaging/content.ts', 'type lib/words/common.ts'],
  ['messaging-stands-on-domain', 'lib/messaging/page-report.ts', 'lib/features/history/words.ts'],
  ['browser-stands-on-messaging', 'lib/browser/tabs.ts', 'type lib/features/sync/index.ts'],
  ['browser-stands-on-messaging', 'lib/browser/tabs.ts', 'lib/storage/database.ts'],
  ['words-stand-on-domain', 'lib/words/common.ts', 'lib/match/types.ts'],
];

/** A rule, and a file that breaks it and no other, with who imports it. */
const MISPLACED: [rule: string, file: string, importer?: string][] = [
  ['in-a-room', 'lib/stray.ts', 'entrypoints/background.ts'],
  ['in-a-room', 'lib/features/stray.ts', 'lib/background/index.ts'],
  ['in-a-room', 'lib/systems/stray.ts', 'lib/background/index.ts'],
  ['in-a-room', 'lib/extras/stray.ts', 'lib/background/index.ts'],
  ['in-a-room', 'components/stray.tsx', 'entrypoints/panel/main.tsx'],
  ['no-dead-file', 'lib/domain/forgotten.ts'],
  ['no-dead-file', 'components/ui/Forgotten.tsx'],
];

/** @returns the clean tree with one more import; a file that is not there yet is added */
const withImport = (from: string, ...names: string[]): Tree => ({
  ...CLEAN,
  [from]: [...(CLEAN[from] ?? []), ...names],
});

describe('the arrows', () => {
  it('let a clean tree pass', async () => expect(await violationsIn(CLEAN)).toEqual([]));

  it.each(FORBIDDEN)('%s: not from %s to %s', async (rule, from, to) => {
    expect(CLEAN).toHaveProperty([from]);
    expect(await rulesBrokenBy(withImport(from, to))).toEqual([rule]);
  });

  it.each(MISPLACED)('%s: not %s', async (rule, file, importer) => {
    const tree = importer ? withImport(importer, file) : CLEAN;
    expect(await rulesBrokenBy({ ...tree, [file]: [] })).toEqual([rule]);
  });

  it('have no rule that is not shown to bite', () =>
    expect(new Set([...FORBIDDEN, ...MISPLACED].map(([rule]) => rule))).toEqual(new Set(rules)));
});
