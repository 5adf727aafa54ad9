/** Every message between views and background. Each is defined in its feature; a new one needs nothing here. */
import type { ProtocolOf } from '../messaging/define.ts';
import { backupMessages } from './backup/messages.ts';
import { candidateMessages } from './candidates/messages.ts';
import { checkMessages } from './check/messages.ts';
import { companyMessages } from './companies/messages.ts';
import { differencesMessages } from './differences/messages.ts';
import { duplicateMessages } from './duplicates/messages.ts';
import { historyMessages } from './history/messages.ts';
import { ignoreListMessages } from './ignore-list/messages.ts';
import { linkMessages } from './links/messages.ts';
import { missingMessages } from './missing/messages.ts';
import { overviewMessages } from './overview/messages.ts';
import { panelMessages } from './panel/messages.ts';
import { runMessages } from './runs/messages.ts';
import { sheetMessages } from './sheets/messages.ts';
import { syncMessages } from './sync/messages.ts';

export const messages = {
  ...panelMessages,
  ...overviewMessages,
  ...checkMessages,
  ...syncMessages,
  ...runMessages,
  ...historyMessages,
  ...linkMessages,
  ...duplicateMessages,
  ...differencesMessages,
  ...missingMessages,
  ...candidateMessages,
  ...ignoreListMessages,
  ...sheetMessages,
  ...companyMessages,
  ...backupMessages,
};

export type Protocol = ProtocolOf<typeof messages>;
export type MessageName = keyof Protocol;
