// What a fresh machine lacks: the dependencies and a Chromium. Plain JavaScript, since it runs before anything is
// installed, on whatever Node (20 or later) is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment for everything that is started: the project's own Node and tools come first. */
export const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

/** Runs a command in the project's folder and shows what it prints. @returns its exit code */
export function run(command, args, extra = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...extra },
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Runs a command and ends the whole program when it fails. */
export function must(command, args, extra) {
  const code = run(command, args, extra);
  if (code !== 0) process.exit(code);
}

function installDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
  if (isCurrent && existsSync(join(bin, 'node'))) return;
  console.log('Installing dependencies ...');
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium'];

function onPath(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** Chrome itself no longer loads unpacked extensions from the command line, so it has to be a Chromium. */
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of NAMES) {
    const path = onPath(name);
    if (path) return path;
  }
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const own = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }).stdout;
  return own && existsSync(own) ? own : undefined;
}

/** @param name the Debian package */
function install(name) {
  if (!onPath('apt-get')) return;
  console.log(`Installing ${name} ...`);
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync(apt[0], [...apt.slice(1), 'update', '-qq'], quiet);
    execFileSync(apt[0], [...apt.slice(1), 'install', '-y', '-qq', '--no-install-recommends', name], quiet);
  } catch (error) {
    console.error(`apt-get could not install ${name}: ${error.message}`);
  }
}

/** The path that `find` gives, installing the package first where it gives none; ends the program without one. */
function ensure(find, name, variable) {
  if (!find()) install(name);
  const path = find();
  if (!path) {
    console.error(`No ${name} here. Install one, or name it in ${variable}.`);
    process.exit(1);
  }
  env[variable] = path;
}

/**
 * Chromium without windows draws pages twice as fast as the whole one, and is enough where no extension is needed. Without
 * it those tests take the whole one.
 */
function findHeadlessShell() {
  const find = () => process.env.HEADLESS_SHELL_PATH ?? onPath('chromium-headless-shell');
  if (!find()) install('chromium-headless-shell');
  env.HEADLESS_SHELL_PATH = find() ?? env.CHROMIUM_PATH;
}

/** Installs what is missing. The browsers' paths go into the environment. */
export function prepare() {
  installDependencies();
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) must('wxt', ['prepare']);
  ensure(findChromium, 'chromium', 'CHROMIUM_PATH');
  findHeadlessShell();
}

/** The same for the tests in Firefox, which `npm test` does without. Other releases take no unsigned extension. */
export function prepareFirefox() {
  installDependencies();
  const find = () => process.env.FIREFOX_PATH ?? onPath('firefox-esr');
  ensure(find, 'firefox-esr', 'FIREFOX_PATH');
}
