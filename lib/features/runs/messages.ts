import type { Operation, Run } from '../../domain/run.ts';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { ofRun } from '../../messaging/schema-parts.ts';

export const runMessages = {
  pauseRun: message(WRITE, ofRun).answers<void>(),
  resumeRun: message(WRITE, ofRun).answers<void>(),
  stopRun: message(WRITE, ofRun).answers<void>(),
  runResult: message(READ, ofRun).answers<{ run: Run; operations: Operation[] }>(),
};
