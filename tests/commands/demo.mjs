// npm run demo: the whole four-step sync in a real browser, from a fresh clone.
import { must, prepare } from './prepare.mjs';

prepare();
must('wxt', ['build']);
must('node', ['tests/demo/demo.ts']);
