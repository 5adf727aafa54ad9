/**
 * Who may import whom: the arrows between the rooms of `.github/CONTRIBUTING.md`, type imports included. `npm run check`
 * enforces them, and `tests/unit/arrows.test.ts` shows that each rule bites. Rules do not overlap where that is possible,
 * so that one wrong import is reported once: the rules of a room leave imports that go up to the rules of the floors.
 */
// TypeScript 7 has no API to parse with, so swc parses. Imported here because without it every tree would look clean.
import '@swc/core';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** Any package, and all of lib except the background, which has a rule of its own. */
const LIB_AND_PACKAGES = ['^lib/(?!background/)', packages('.+')];

/** They compute: no browser, database or network. */
const PURE_PACKAGES = packages(
  'valibot',
  'uuid',
  'jsvat-next',
  'libphonenumber-js',
  'papaparse',
  'fuzzysort',
);
const VIEW_PACKAGES = packages('preact', '@preact/signals', '@tanstack/virtual-core');
const API_AND_DATABASE_PACKAGES = packages('dexie', 'ky', 'oauth4webapi');
const BROWSER_PACKAGES = packages('wxt', '@webext-core/messaging');

const CONTENT_SCRIPTS = '^entrypoints/[^/]+\\.content[./]';
const SERVICES_AND_REPOSITORIES = '^lib/features/[^/]+/(service|repository)\\.ts$';

/** Of lib and of all packages, a room may import only those that match `allowed`. */
const only = (name, comment, from, ...allowed) =>
  rule(name, comment, { path: from }, { path: LIB_AND_PACKAGES, pathNot: allowed });

const everywhere = [
  rule('no-circle', 'No circular imports.', {}, { circular: true }),
  rule('resolvable', 'Every import resolves.', {}, { couldNotResolve: true }),
  rule(
    'in-a-room',
    'Every file lives in a known room, so that the rules of that room apply to it.',
    {},
    {
      path: '^(lib|components)/',
      pathNot: [
        '^components/[^/]+/',
        '^lib/(background|domain|match|storage|messaging|browser|words)/',
        '^lib/(features|systems)/[^/]+/',
        '^lib/features/(messages|words|updates|deps)\\.ts$',
      ],
    },
  ),
  rule(
    'no-dead-file',
    'Every file is reachable from an entry point.',
    { path: '^entrypoints/' },
    { path: '^(lib|components)/.*\\.tsx?$', reachable: false },
  ),
  rule(
    'no-tests-in-product',
    'Product code does not import tests.',
    { path: '^(lib|components|entrypoints)/' },
    { path: '^tests/' },
  ),
  rule(
    'no-dev-packages',
    'Product code imports only packages listed in `dependencies`, and WXT, which builds it.',
    { path: '^(lib|components|entrypoints)/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'], pathNot: packages('wxt') },
  ),
];

const floors = [
  rule('lib-not-up', 'lib does not import views.', { path: '^lib/' }, { path: '^components/' }),
  rule(
    'not-to-entrypoints',
    'Nothing imports an entry point.',
    { path: '^(lib|components)/' },
    { path: '^entrypoints/' },
  ),
  rule(
    'background-only-from-entrypoints',
    'Only entry points import lib/background.',
    { pathNot: ['^entrypoints/', '^lib/background/'] },
    { path: '^lib/background/' },
  ),
  rule(
    'no-views-in-features',
    'Features and the background do not render.',
    { path: '^lib/(features|background)/' },
    { path: VIEW_PACKAGES },
  ),
];

const views = [
  rule(
    'views-stand-on',
    'Views use features through index, messages and words; never a service, the database or an API.',
    { path: '^components/(?!ui/|launcher/)' },
    {
      path: ['^lib/(?!background/)', API_AND_DATABASE_PACKAGES],
      pathNot: [
        '^lib/features/[^/]+/(index|messages|words)\\.ts$',
        '^lib/features/[^/]+/words/',
        '^lib/features/(messages|words|updates)\\.ts$',
        '^lib/(domain|words|messaging)/',
        '^lib/match/(index|types)\\.ts$',
      ],
    },
  ),
  rule(
    'views-by-the-door',
    'A feature’s views import another feature’s only through its door, components/<feature>/index.ts.',
    { path: '^components/(?!app/|shared/|ui/|launcher/)([^/]+)/' },
    {
      path: '^components/(?!launcher/)',
      pathNot: ['^components/(ui|shared|$1)/', '^components/[^/]+/index\\.ts$'],
    },
  ),
  rule(
    'shared-below-views',
    'components/shared does not import the views of a feature.',
    { path: '^components/shared/' },
    { path: '^components/(?!shared/|ui/|launcher/)' },
  ),
  rule(
    'ui-looks-only',
    'components/ui is looks only: it imports Preact and itself.',
    { path: '^components/ui/' },
    {
      path: [...LIB_AND_PACKAGES, '^components/(?!launcher/)'],
      pathNot: ['^components/ui/', VIEW_PACKAGES],
    },
  ),
  rule(
    'launcher-stands-apart',
    'The launcher imports no framework, and of the product only its message contract and the page addresses.',
    { path: '^components/launcher/' },
    {
      path: [...LIB_AND_PACKAGES, '^components/'],
      pathNot: [
        '^components/launcher/',
        '^lib/messaging/(content|page-report)\\.ts$',
        '^lib/domain/(dinero|effihub)-page\\.ts$',
        packages('wxt'),
      ],
    },
  ),
  rule(
    'launcher-only-on-sites',
    'Only content scripts import the launcher.',
    { pathNot: ['^components/launcher/', CONTENT_SCRIPTS] },
    { path: '^components/launcher/' },
  ),
  rule(
    'content-scripts-only-launch',
    'Content scripts import only the launcher, so that they stay small.',
    { path: CONTENT_SCRIPTS },
    { path: [...LIB_AND_PACKAGES, '^components/'], pathNot: ['^components/launcher/', packages('wxt')] },
  ),
];

const PURE_FILES = [
  '^lib/features/[^/]+/(index|messages|words|rules[^/]*)\\.ts$',
  '^lib/features/[^/]+/(words|rules)/',
  '^lib/features/(messages|words|updates)\\.ts$',
];

/** Reading a table asks nobody: everything about spreadsheets but their stand-in for Effihub's API. */
const READING_TABLES = ['^lib/systems/spreadsheets/(?!api\\.ts$)', '^lib/systems/http/text\\.ts$'];

const features = [
  rule(
    'features-by-the-door',
    'A feature imports only index, messages, service and repository of another feature.',
    { path: '^lib/features/([^/]+)/', pathNot: '^lib/features/help/words\\.ts$' },
    {
      path: '^lib/features/[^/]+/',
      pathNot: ['^lib/features/$1/', '^lib/features/[^/]+/(index|messages|service|repository)\\.ts$'],
    },
  ),
  rule(
    'help-of-features',
    'The help puts together what each feature says about itself in help.ts.',
    { path: '^lib/features/help/words\\.ts$' },
    {
      path: '^lib/features/[^/]+/',
      pathNot: ['^lib/features/help/', '^lib/features/[^/]+/(index|messages|help)\\.ts$'],
    },
  ),
  rule(
    'pure-files',
    'index, messages, words and rules never reach a service, the database, a browser or an API, not even indirectly.',
    { path: PURE_FILES },
    {
      path: ['^lib/(storage|browser|systems)/', SERVICES_AND_REPOSITORIES, API_AND_DATABASE_PACKAGES],
      pathNot: READING_TABLES,
      reachable: true,
    },
  ),
  rule(
    'pure-files-no-browser',
    'index, messages, words and rules do not import browser APIs; lib/messaging does.',
    { path: PURE_FILES },
    { path: BROWSER_PACKAGES },
  ),
  only(
    'lists-of-features',
    'The lists of all messages and of all words contain only what features declare.',
    '^lib/features/(messages|words)\\.ts$',
    '^lib/features/[^/]+/$1(\\.ts$|/)',
    '^lib/(words|messaging)/',
  ),
  only(
    'updates-name-features',
    'Updates for the views are described with types of the features and the domain.',
    '^lib/features/updates\\.ts$',
    '^lib/features/messages\\.ts$',
    '^lib/features/[^/]+/(index|messages)\\.ts$',
    '^lib/domain/',
  ),
  only(
    'deps-name-the-world',
    'deps.ts describes what services need with types of the floor below.',
    '^lib/features/deps\\.ts$',
    '^lib/(domain|storage|browser|systems|messaging)/',
    '^lib/features/updates\\.ts$',
  ),
  rule(
    'deps-are-types',
    'deps.ts imports types only: the implementations are passed to the services.',
    { path: '^lib/features/deps\\.ts$' },
    { path: '^lib/', dependencyTypesNot: ['type-only'] },
  ),
];

/** `domain` and `match` name everything they may import, all of it pure, so nothing else is within their reach either. */
const ground = [
  only(
    'domain-stands-alone',
    'The domain imports only itself and pure packages.',
    '^lib/domain/',
    '^lib/domain/',
    PURE_PACKAGES,
  ),
  only(
    'match-is-pure',
    'The matcher imports only itself, the domain and pure packages.',
    '^lib/match/',
    '^lib/(match|domain)/',
    PURE_PACKAGES,
  ),
  only(
    'systems-stand-apart',
    'A system imports itself, the transport and the domain, not another system.',
    '^lib/systems/(?!spreadsheets/)([^/]+)/',
    '^lib/systems/($1|http)/',
    '^lib/domain/',
    PURE_PACKAGES,
    packages('ky', 'oauth4webapi'),
  ),
  only(
    'spreadsheets-stand-in',
    'Spreadsheets stand in for Effihub’s API, so they may import it.',
    '^lib/systems/spreadsheets/',
    '^lib/systems/(spreadsheets|effihub|http)/',
    '^lib/domain/',
    PURE_PACKAGES,
  ),
  only(
    'storage-stands-on-domain',
    'Storage imports itself, the domain and Dexie.',
    '^lib/storage/',
    '^lib/(storage|domain|systems)/',
    PURE_PACKAGES,
    packages('dexie'),
  ),
  only(
    'messaging-stands-on-domain',
    'Messaging imports itself, the domain and browser APIs, no feature.',
    '^lib/messaging/',
    '^lib/(messaging|domain)/',
    PURE_PACKAGES,
    BROWSER_PACKAGES,
  ),
  only(
    'browser-stands-on-messaging',
    'lib/browser imports messaging, the domain and browser APIs, no feature.',
    '^lib/browser/',
    '^lib/(browser|messaging|domain|systems)/',
    PURE_PACKAGES,
    BROWSER_PACKAGES,
  ),
  rule(
    'systems-by-type-only',
    'Storage and lib/browser import only types from systems.',
    { path: '^lib/(storage|browser)/' },
    { path: '^lib/systems/', dependencyTypesNot: ['type-only'] },
  ),
  only(
    'words-stand-on-domain',
    'lib/words imports itself and the domain.',
    '^lib/words/',
    '^lib/(words|domain)/',
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...everywhere, ...floors, ...views, ...features, ...ground],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // A node_modules that is a link to another is one all the same.
    preserveSymlinks: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
