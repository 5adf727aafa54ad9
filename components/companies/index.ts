/** The companies' settings, for the settings page and the welcome page. */
export { Companies } from './Companies.tsx';
export { ConnectionForm } from './ConnectionForm.tsx';
export { DineroSide } from './connect/DineroSide.tsx';
export { EffihubSide } from './connect/EffihubSide.tsx';
export { Form } from './connect/Form.tsx';
export type { RequestedCompany } from './connect/fields.ts';
export { OutcomeNotice } from './connect/OutcomeNotice.tsx';
export {
  busy,
  formValues,
  loadSettings,
  outcomes,
  save,
  settings,
  settingsFailure,
  testDinero,
} from './connect/state.ts';
