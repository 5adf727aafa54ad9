/** Topics of the help, and which of them a problem leads to. Lists and texts are in `words.ts`, for the help page alone. */
export { helpTopicOf } from './of-problem.ts';
export type { HelpGroup, HelpPart, HelpText, HelpTexts, HelpTopic } from './topics.ts';
