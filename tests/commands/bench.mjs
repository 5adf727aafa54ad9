// npm run bench: measures the matcher and the whole flow with large lists, on the production build.
import { must, prepare } from './prepare.mjs';

prepare();
must('wxt', ['build']);
must('node', ['tests/bench/run.ts']);
