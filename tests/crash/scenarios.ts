/** The user's tasks that are disturbed. */
import type { Ask, Office } from '../helpers/office.ts';
import type { Clock } from '../sandbox/clock.ts';
import { contactGuid, type World, world } from '../sandbox/index.ts';
import { contactChoices, customerChoices, meanwhile, sixtyOperations } from './sixty.ts';
import type { State } from './state.ts';

const CONNECTION = { connectionId: '637871:41' };

/** Takes the next step while idle. @returns false when everything is done */
export type User = (office: Office) => Promise<boolean>;

export interface Scenario {
  /** Both systems at the start. */
  world(clock: Clock): World;
  /** Undisturbed preparation by the user. */
  prepare(office: Office, world: World): Promise<void>;
  /** What others have done in the meantime. */
  meanwhile(world: World): void;
  /** Somebody who knows what has been done already, as far as it was seen. */
  user(): User;
  /** Two who do this at once undo what the other does. */
  alone?: true;
  /** What has to be as in the undisturbed round. */
  compared: readonly (keyof State)[];
}

/** Retries whatever fails. */
const trying = async (work: Promise<unknown>): Promise<boolean> => {
  await work.catch(() => undefined);
  return true;
};

const SYSTEMS_AND_LINKS = ['contacts', 'customers', 'links', 'ignored', 'cached', 'counts'] as const;

async function choose(ask: Ask): Promise<void> {
  await ask.chooseCustomers({ ...CONNECTION, choices: customerChoices });
  await ask.chooseContacts({ ...CONNECTION, choices: contactChoices });
  await ask.goToStep({ ...CONNECTION, step: 3 });
}

/** A sync of 60 operations; its history must be the same too. */
export const sync: Scenario = {
  world: sixtyOperations,
  meanwhile,
  prepare: ({ ask }) => choose(ask),
  user: () => async (office) => {
    const { flow, lastRun } = await office.ask.overview(CONNECTION);
    if (lastRun || !flow) return false;
    return trying(office.ask.startRun(CONNECTION));
  },
  compared: [...SYSTEMS_AND_LINKS, 'origins', 'runs', 'operations', 'choices'],
};

const linkedWorld = (clock: Clock): World =>
  world({
    clock,
    customers: Array.from({ length: 12 }, (_, at) => ({
      id: at + 1,
      name: `Bageren ${at + 1} ApS`,
      dineroContactGuid: at < 10 ? contactGuid(at + 1) : null,
    })),
    contacts: Array.from({ length: 14 }, (_, at) => ({
      ContactGuid: contactGuid(at + 1),
      Name: at < 11 ? `BAGEREN ${at + 1}` : `Fjordens ${at + 1}`,
    })),
  });

/** All links taken away, and brought back by `Fortryd`. */
export const resetAndUndo: Scenario = {
  world: linkedWorld,
  prepare: async () => undefined,
  meanwhile: () => undefined,
  user: () => async (office) => {
    const { undoableReset } = await office.ask.overview(CONNECTION);
    if (undoableReset) return trying(office.ask.undoReset({ ...CONNECTION, runId: undoableReset.runId }));
    if (await office.database.runs.count()) return false;
    return trying(office.ask.resetLinks(CONNECTION));
  },
  alone: true,
  compared: [...SYSTEMS_AND_LINKS, 'origins', 'runs'],
};

const fromTo = (from: string, to: string) => ({ from, to });

/** One click each. Whoever has not seen that it was done clicks again, so that the history may have more of them. */
export const clicks: Scenario = {
  world: linkedWorld,
  prepare: async () => undefined,
  meanwhile: () => undefined,
  user() {
    const anyway = true;
    const todo: ((ask: Ask) => Promise<unknown>)[] = [
      (ask) => ask.createOne({ ...CONNECTION, customerId: '12', create: {}, anyway }),
      (ask) => ask.importOne({ ...CONNECTION, contactGuid: contactGuid(12), anyway }),
      (ask) => ask.matchOne({ ...CONNECTION, customerId: '11', contactGuid: contactGuid(11) }),
      (ask) => ask.unlink({ ...CONNECTION, customerId: '1' }),
      (ask) => ask.ignoreOne({ ...CONNECTION, contactGuid: contactGuid(13) }),
      (ask) => ask.relink({ ...CONNECTION, customerId: '1', contactGuid: contactGuid(1) }),
      (ask) => ask.unlink({ ...CONNECTION, customerId: '2' }),
      // To another contact, by one request, and to another customer, by two.
      (ask) =>
        ask.moveLink({
          ...CONNECTION,
          of: 'contacts',
          linked: '3',
          ...fromTo(contactGuid(3), contactGuid(14)),
        }),
      (ask) => ask.moveLink({ ...CONNECTION, of: 'customers', linked: contactGuid(4), ...fromTo('4', '2') }),
    ];
    return async ({ ask }) => {
      const [click] = todo;
      if (!click) return false;
      // Two clicks at once have one effect.
      const isOver = () => todo[0] === click && todo.shift();
      return trying(click(ask).then(isOver));
    };
  },
  compared: SYSTEMS_AND_LINKS,
};

/** What the journal says about the first sync and its undo. */
async function syncAndUndo(ask: Ask) {
  const { runs } = await ask.history({ ...CONNECTION, query: '', most: 10 });
  const syncs = runs.map(({ run }) => run).filter(({ kind }) => kind === 'sync');
  const first = syncs.at(-1);
  if (!first) throw new Error('Nothing was done before');
  return { first, syncs, undo: runs.find(({ run }) => run.undoes === first.id)?.run };
}

/** The sync of 60 operations, undone as soon as it is over: nothing of it is left, whatever happened to it. */
export const syncThenUndo: Scenario = {
  ...sync,
  user: () => async (office) => {
    const { flow, lastRun } = await office.ask.overview(CONNECTION);
    if (!lastRun) return flow ? trying(office.ask.startRun(CONNECTION)) : false;
    const { first, undo } = await syncAndUndo(office.ask);
    if (undo?.endedAt !== undefined) return false;
    return trying(office.ask.undoRun({ runId: first.id }));
  },
  alone: true,
  compared: SYSTEMS_AND_LINKS,
};

/** That sync of 60 operations is over, and is undone. */
export const undo: Scenario = {
  world: sixtyOperations,
  async prepare(office, world) {
    await choose(office.ask);
    meanwhile(world);
    await office.run();
    await office.ask.finishFlow(CONNECTION);
  },
  meanwhile: () => undefined,
  user:
    () =>
    async ({ ask }) => {
      const { first, undo } = await syncAndUndo(ask);
      if (undo?.endedAt !== undefined) return false;
      return trying(ask.undoRun({ runId: first.id }));
    },
  compared: [...SYSTEMS_AND_LINKS, 'origins', 'runs', 'operations', 'choices'],
};

/** It is undone, and then done once more. */
export const undoAndAgain: Scenario = {
  ...undo,
  user: () => async (office) => {
    const { ask } = office;
    const { first, syncs, undo } = await syncAndUndo(ask);
    if (undo?.endedAt === undefined) return trying(ask.undoRun({ runId: first.id }));
    if (syncs.length > 1) return false;
    return trying(
      office
        .begin(CONNECTION.connectionId)
        .then(() => choose(ask))
        .then(() => ask.startRun(CONNECTION)),
    );
  },
  // Two who synchronise at once are another matter: the second is asked about what the first has deleted.
  alone: true,
  // Who presses twice may choose once more while the run is going.
  compared: [...SYSTEMS_AND_LINKS, 'origins', 'runs', 'operations'],
};
