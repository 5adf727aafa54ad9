// npm start: the extension in development mode, with the sandbox and, where there is a display, a Chromium beside it.
import { spawn } from 'node:child_process';
import { env, prepare, root } from './prepare.mjs';

prepare();
const options = { cwd: root, stdio: 'inherit', env };
const children = [spawn('wxt', [], options), spawn('node', ['tests/demo/develop.ts'], options)];
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 0;
  });
}
