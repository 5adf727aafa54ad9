// npm run bench: measures the matcher, and the whole flow with large lists on the production build.
// npm run bench -- --match: the matcher only. npm run bench -- --large: the matcher with 100,000 customers, too.
import { must, prepare } from './prepare.mjs';

const wanted = process.argv.slice(2);
prepare();
if (!wanted.includes('--match')) must('wxt', ['build']);
must('node', ['tests/bench/run.ts', ...wanted]);
