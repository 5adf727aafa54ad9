/** What the background tells views without being asked. */

import type { ContactChoice, CustomerChoice, WizardProgress } from '../domain/choices.ts';
import type { ContactGuid, CustomerId } from '../domain/customer.ts';
import type { Link } from '../domain/link.ts';
import type { System } from '../domain/problem.ts';
import type { Run } from '../domain/run.ts';
import type { Overview } from './overview/messages.ts';
import type { MatchingProgress } from './sync/index.ts';

/** Pushed to every open view over the port. */
export type Update =
  | { type: 'overview'; overview: Overview }
  | { type: 'reading'; connectionId: string; system: System; read: number }
  /** Again and again with the progress when the lists are long. */
  | { type: 'matching'; connectionId: string; progress?: MatchingProgress }
  | { type: 'head'; connectionId: string; head: WizardProgress | null }
  | { type: 'customers'; connectionId: string; choices: [CustomerId, CustomerChoice | null][] }
  | { type: 'contacts'; connectionId: string; choices: [ContactGuid, ContactChoice | null][] }
  | { type: 'run'; run: Run }
  /** The next request to a system has to wait for its turn, until this time in ms since 1970. */
  | { type: 'waiting'; connectionId: string; system: System; until: number }
  /** To one panel: its page shows something else. `moved`: it has another address. */
  | { type: 'page'; moved: boolean }
  /** Links changed outside a sync run. */
  | { type: 'links'; connectionId: string; links: Link[] }
  /** Something has been said about what linked customers differ in. */
  | { type: 'answers'; connectionId: string }
  /** Duplicates are being looked for: the share that is done, 0..1. Without it: what is to be shown of them has changed. */
  | { type: 'duplicates'; connectionId: string; done?: number }
  /** A company has been added, changed or removed. */
  | { type: 'companies' };

/** The port's name; views connect, the background pushes. */
export const UPDATES_PORT = 'updates';
