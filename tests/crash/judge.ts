/** Plays rounds and compares them with the undisturbed one. */
import { indexedDB } from 'fake-indexeddb';
import type { Database } from '../../lib/storage/database.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Disturbance, type Kind, type Prepared, playRound, prepare } from './round.ts';
import type { Scenario } from './scenarios.ts';
import { differences, type State, stateOf, type Tables } from './state.ts';

export interface Plan {
  disturbances: readonly Disturbance[];
  installations?: number;
}

export interface Verdict extends Plan {
  /** The differences from the undisturbed round. */
  differences: string[];
  hit: { label: string; kind: Kind }[];
  lives: number;
}

export interface Judge {
  /** The moments of the undisturbed round, in order. */
  points: string[];
  undisturbed: State;
  play(plan: Plan): Promise<Verdict>;
}

export async function makeJudge(sandbox: Sandbox, scenario: Scenario): Promise<Judge> {
  const prepared = await prepare(sandbox, scenario);
  const { points, states } = await end(sandbox, scenario, prepared, { disturbances: [] });
  const [undisturbed] = states;
  if (!undisturbed) throw new Error('The undisturbed round has left nothing');
  return {
    points,
    undisturbed,
    async play(plan) {
      const { states, hit, lives } = await end(sandbox, scenario, prepared, plan);
      const found = states.flatMap((state) => differences(undisturbed, state, scenario.compared));
      return { ...plan, hit, lives, differences: found };
    },
  };
}

async function end(
  sandbox: Sandbox,
  scenario: Scenario,
  prepared: Prepared,
  { disturbances, installations }: Plan,
) {
  const round = await playRound(sandbox, scenario, prepared, disturbances, installations);
  const states: State[] = [];
  for (const { database } of round.offices) {
    states.push(stateOf(round.world, await tablesOf(database)));
    database.close();
    indexedDB.deleteDatabase(database.name);
  }
  return { ...round, states };
}

async function tablesOf(database: Database): Promise<Tables> {
  const tables: Tables = {};
  for (const { name } of database.tables) tables[name] = await database.table(name).toArray();
  return tables;
}
