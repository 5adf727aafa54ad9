/** What a build may do by its manifest, and what is in its files. Read for both browsers, without any. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SITES = ['https://app.dinero.dk/*', 'https://*.effihub.com/*'];

const COMMON = {
  host_permissions: [
    'https://api.dinero.dk/*',
    'https://authz.dinero.dk/*',
    'https://connect.visma.com/*',
    'https://api.effihub.com/*',
  ],
  // Only for an Effihub address outside effihub.com, asked for when it is typed in the settings.
  optional_host_permissions: ['https://*/*'],
  web_accessible_resources: [{ resources: ['panel.html'], matches: SITES, use_dynamic_url: true }],
  content_security_policy: {
    extension_pages: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self' https:",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors https://app.dinero.dk https://*.effihub.com',
    ].join('; '),
  },
  content_scripts: [
    { matches: ['https://app.dinero.dk/*'], js: ['content-scripts/dinero.js'] },
    {
      matches: ['https://*.effihub.com/*'],
      exclude_matches: ['api', 'help', 'www'].map((host) => `https://${host}.effihub.com/*`),
      js: ['content-scripts/effihub.js'],
    },
  ],
};

/** The whole of it, apart from `HARMLESS` and the background's file, which each browser has its own word for. */
export const RIGHTS = {
  // Asked for when somebody signs in with Visma Connect.
  chrome: { ...COMMON, permissions: ['storage', 'alarms'], optional_permissions: ['identity'] },
  firefox: { ...COMMON, permissions: ['storage', 'alarms', 'identity'] },
};

/** Keys that give nothing to anybody. */
const HARMLESS = new Set([
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'commands',
  'action',
  'options_ui',
  'key',
  'minimum_chrome_version',
  'browser_specific_settings',
]);

/** The rights in a build's manifest, with every key that is not known to be harmless. */
export async function rightsIn(build: string): Promise<object> {
  const manifest: object = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
  const { background, ...rest } = Object.fromEntries(
    Object.entries(manifest).filter(([key]) => !HARMLESS.has(key)),
  );
  const isOwn = ['{"service_worker":"background.js"}', '{"scripts":["background.js"]}'].includes(
    JSON.stringify(background),
  );
  return isOwn ? rest : { ...rest, background };
}

/** Preact's own, for a property that nothing here passes on. */
const PREACT_HTML = /\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/;

/** Ways to run or show what is not in the package. */
const SUSPICIOUS: [what: string, pattern: RegExp][] = [
  ['code from text', /\b(eval|Function|execScript)\s*\(|\bnew\s+Function\b/],
  ['a timer with text', /\bset(Timeout|Interval)\s*\(\s*[`'"]/],
  [
    'markup from text',
    /\.(inner|outer)HTML\s*[+?|&]*=(?!=)|\b(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\b/,
  ],
  ['markup from text', /\bdocument\.write(ln)?\b|dangerouslySetInnerHTML\s*[:=](?!=)|\bsrcdoc\b/],
  ['a module from elsewhere', /\bimport\s*\(\s*(?![`'"]\.{0,2}\/)/],
  ['a module from elsewhere', /\b(import|from)\s*[`'"](?:[a-z]+:)?\/\//],
  [
    'a script from elsewhere',
    /\bimportScripts\b|https?:[^\s`'"()]+\.m?js\b|createElement\(\s*[`'"]script\b/i,
  ],
];

const SUSPICIOUS_HTML: [what: string, pattern: RegExp][] = [
  ['a script in the page', /<script(?![^>]*\ssrc=)/i],
  ['something from elsewhere', /\s(src|href|action|srcset)\s*=(?!\s*["']?\/(?!\/))/i],
  ['a handler in the page', /<[^>]*\son[a-z]+\s*=/i],
];

/** What in a file's text would make it more than itself. */
export function suspicionsIn(name: string, text: string): string[] {
  const rules = name.endsWith('.html') ? SUSPICIOUS_HTML : SUSPICIOUS;
  const known = text.replace(PREACT_HTML, '');
  return rules.flatMap(([what, pattern]) => {
    const found = pattern.exec(known);
    return found ? [`${name}: ${what}: ${known.slice(Math.max(0, found.index - 40), found.index + 60)}`] : [];
  });
}

/** The same for every script and page of a build. */
export async function suspicionsInBuild(build: string): Promise<string[]> {
  const names = (await readdir(build, { recursive: true })).filter((name) => /\.(js|html)$/.test(name));
  const texts = names.map(async (name) => suspicionsIn(name, await readFile(join(build, name), 'utf8')));
  return (await Promise.all(texts)).flat();
}
