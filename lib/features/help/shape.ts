/**
 * A paragraph, or a list under words of its own: `steps` are done one after the other, `points` stand side by side. Words of
 * the interface stand between asterisks.
 */
export type HelpPart =
  | string
  | ({ title?: string; text?: string } & ({ steps: string[] } | { points: string[] }));

export interface HelpText {
  title: string;
  parts: HelpPart[];
}
