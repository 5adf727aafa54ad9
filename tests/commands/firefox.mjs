// npm run firefox: builds for Firefox and sees that it loads there.
import { must, prepareFirefox } from './prepare.mjs';

prepareFirefox();
must('wxt', ['build', '-b', 'firefox']);
must('node', ['tests/firefox/load.ts']);
