/**
 * The arrows between the rooms of `.github/CONTRIBUTING.md`: who may import whom. `npm run check` enforces them, type
 * imports included; `tests/unit/arrows.test.ts` shows that each rule bites. An import breaks one rule, not several: what
 * goes up, or to `lib/background`, is left to the rules of the floors.
 */
// The parser, since TypeScript 7 has no API for one. Named here so that without it nothing passes as clean.
import '@swc/core';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** Any room of lib but the background, which has a rule of its own, and any package. */
const LIB_AND_PACKAGES = ['^lib/(?!background/)', packages('.+')];

/** What computes and knows neither a browser, a database nor the network. */
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

/** From one room to those named, and to no other in lib, nor to a package that is not named. */
const only = (name, comment, from, ...allowed) =>
  rule(name, comment, { path: from }, { path: LIB_AND_PACKAGES, pathNot: allowed });

const everywhere = [
  rule('no-circle', 'No file imports itself by way of others.', {}, { circular: true }),
  rule('resolvable', 'What is imported is there.', {}, { couldNotResolve: true }),
  rule(
    'in-a-room',
    'Every file lies in one of the rooms, so that the rules of a room hold for it.',
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
    'Every file is reached from an entry point.',
    { path: '^entrypoints/' },
    { path: '^(lib|components)/.*\\.tsx?$', reachable: false },
  ),
  rule(
    'no-tests-in-product',
    'What is shipped knows nothing of its tests.',
    { path: '^(lib|components|entrypoints)/' },
    { path: '^tests/' },
  ),
  rule(
    'no-dev-packages',
    'What is shipped imports the packages in `dependencies`, and WXT, which builds it.',
    { path: '^(lib|components|entrypoints)/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'], pathNot: packages('wxt') },
  ),
];

const floors = [
  rule('lib-not-up', 'What the product does knows no view.', { path: '^lib/' }, { path: '^components/' }),
  rule(
    'not-to-entrypoints',
    'Nothing imports an entry point: the browser starts it.',
    { path: '^(lib|components)/' },
    { path: '^entrypoints/' },
  ),
  rule(
    'background-only-from-entrypoints',
    'Only an entry point puts the services together.',
    { pathNot: ['^entrypoints/', '^lib/background/'] },
    { path: '^lib/background/' },
  ),
  rule(
    'no-views-in-features',
    'What the product does is not drawn there.',
    { path: '^lib/(features|background)/' },
    { path: VIEW_PACKAGES },
  ),
];

const views = [
  rule(
    'views-stand-on',
    'A view knows the doors, messages and words of features, and what is pure; no service, database or API.',
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
    'A feature’s views use another’s only by its door, `components/<feature>/index.ts`.',
    { path: '^components/(?!app/|shared/|ui/|launcher/)([^/]+)/' },
    {
      path: '^components/(?!launcher/)',
      pathNot: ['^components/(ui|shared|$1)/', '^components/[^/]+/index\\.ts$'],
    },
  ),
  rule(
    'shared-below-views',
    'What several features’ views stand on knows none of them.',
    { path: '^components/shared/' },
    { path: '^components/(?!shared/|ui/|launcher/)' },
  ),
  rule(
    'ui-looks-only',
    'Looks know nothing of what is shown.',
    { path: '^components/ui/' },
    {
      path: [...LIB_AND_PACKAGES, '^components/(?!launcher/)'],
      pathNot: ['^components/ui/', VIEW_PACKAGES],
    },
  ),
  rule(
    'launcher-stands-apart',
    'What runs on the sites’ own pages has no framework, and of the rest only the contract and the addresses.',
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
    'Only a content script starts the launcher.',
    { pathNot: ['^components/launcher/', CONTENT_SCRIPTS] },
    { path: '^components/launcher/' },
  ),
  rule(
    'content-scripts-only-launch',
    'A content script starts the launcher and nothing else: it stays small.',
    { path: CONTENT_SCRIPTS },
    { path: [...LIB_AND_PACKAGES, '^components/'], pathNot: ['^components/launcher/', packages('wxt')] },
  ),
];

const PURE_FILES = [
  '^lib/features/[^/]+/(index|messages|words|rules[^/]*)\\.ts$',
  '^lib/features/[^/]+/(words|rules)/',
  '^lib/features/(messages|words|updates)\\.ts$',
];

const features = [
  rule(
    'features-by-the-door',
    'A feature uses of another only its door, messages, service and repository.',
    { path: '^lib/features/([^/]+)/' },
    {
      path: '^lib/features/[^/]+/',
      pathNot: ['^lib/features/$1/', '^lib/features/[^/]+/(index|messages|service|repository)\\.ts$'],
    },
  ),
  rule(
    'pure-files',
    'A door, messages, words and rules reach no service, database, browser or other system, by whatever way.',
    { path: PURE_FILES },
    {
      path: ['^lib/(storage|browser|systems)/', SERVICES_AND_REPOSITORIES, API_AND_DATABASE_PACKAGES],
      reachable: true,
    },
  ),
  rule(
    'pure-files-no-browser',
    'A door, messages, words and rules leave it to `lib/messaging` how a message goes.',
    { path: PURE_FILES },
    { path: BROWSER_PACKAGES },
  ),
  only(
    'lists-of-features',
    'The list of all messages and that of all words hold what the features declare.',
    '^lib/features/(messages|words)\\.ts$',
    '^lib/features/[^/]+/$1(\\.ts$|/)',
    '^lib/(words|messaging)/',
  ),
  only(
    'updates-name-features',
    'What the background pushes to views is described in the words of the features.',
    '^lib/features/updates\\.ts$',
    '^lib/features/messages\\.ts$',
    '^lib/features/[^/]+/(index|messages)\\.ts$',
    '^lib/domain/',
  ),
  only(
    'deps-name-the-world',
    'What services need from around them is described in terms of what they stand on.',
    '^lib/features/deps\\.ts$',
    '^lib/(domain|storage|browser|systems|messaging)/',
    '^lib/features/updates\\.ts$',
  ),
  rule(
    'deps-are-types',
    'What services need from around them is passed to them, not imported.',
    { path: '^lib/features/deps\\.ts$' },
    { path: '^lib/', dependencyTypesNot: ['type-only'] },
  ),
];

/** As `domain` and `match` reach nothing but themselves and pure packages, nor does what they import. */
const ground = [
  only(
    'domain-stands-alone',
    'Customer, company, run and the one reading of values stand on nothing.',
    '^lib/domain/',
    '^lib/domain/',
    PURE_PACKAGES,
  ),
  only('match-is-pure', 'The matcher computes.', '^lib/match/', '^lib/(match|domain)/', PURE_PACKAGES),
  only(
    'systems-stand-apart',
    'A system knows its own, the transport and what a customer is; no other system.',
    '^lib/systems/(?!spreadsheets/)([^/]+)/',
    '^lib/systems/($1|http)/',
    '^lib/domain/',
    PURE_PACKAGES,
    packages('ky', 'oauth4webapi'),
  ),
  only(
    'spreadsheets-stand-in',
    'Spreadsheets stand in for Effihub’s API, and so know its shape.',
    '^lib/systems/spreadsheets/',
    '^lib/systems/(spreadsheets|effihub|http)/',
    '^lib/domain/',
    PURE_PACKAGES,
  ),
  only(
    'storage-stands-on-domain',
    'The database keeps what the domain and the systems describe.',
    '^lib/storage/',
    '^lib/(storage|domain|systems)/',
    PURE_PACKAGES,
    packages('dexie'),
  ),
  only(
    'messaging-stands-on-domain',
    'How a message goes says nothing of what features send.',
    '^lib/messaging/',
    '^lib/(messaging|domain)/',
    PURE_PACKAGES,
    BROWSER_PACKAGES,
  ),
  only(
    'browser-stands-on-messaging',
    'Tabs, badge and alarms know messages, not features.',
    '^lib/browser/',
    '^lib/(browser|messaging|domain|systems)/',
    PURE_PACKAGES,
    BROWSER_PACKAGES,
  ),
  rule(
    'systems-by-type-only',
    'The database and the browser keep what a system describes; they do not ask it.',
    { path: '^lib/(storage|browser)/' },
    { path: '^lib/systems/', dependencyTypesNot: ['type-only'] },
  ),
  only('words-stand-on-domain', 'Words say what the domain knows.', '^lib/words/', '^lib/(words|domain)/'),
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
