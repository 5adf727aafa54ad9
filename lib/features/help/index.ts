/** The help's topics, and which of them a problem leads to. The texts are in `words.ts`, for the help page alone. */
export { helpTopicOf } from './of-problem.ts';
export {
  FORMER_ANCHORS,
  HELP_GROUP_NAMES,
  HELP_GROUPS,
  HELP_TOPICS,
  type HelpGroup,
  type HelpPart,
  type HelpText,
  type HelpTexts,
  type HelpTopic,
  IN_SETTINGS,
  SEE_ALSO,
} from './topics.ts';
