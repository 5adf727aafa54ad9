// npm run crash: the crash test in Node, then in a real Chromium. npm run crash -- --node or --browser: one of them.
import { must, prepare } from './prepare.mjs';

const wanted = process.argv.slice(2);
const [kind] = wanted.filter((word) => word === '--node' || word === '--browser');
const rest = wanted.filter((word) => word !== kind);
prepare();
if (kind !== '--browser') must('node', ['tests/crash/run.ts', ...rest]);
if (kind !== '--node') {
  must('wxt', ['build']);
  must('node', ['tests/crash/run-browser.ts', ...rest]);
}
