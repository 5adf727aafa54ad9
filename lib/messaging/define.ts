/** How a feature defines a message: once, with its schema, its answer and who may send it. */
import type * as v from 'valibot';

/** Who may send a message, and what the background checks before it answers. */
export interface Right {
  /**
   * - `pages` the extension's own pages alone
   * - `panel` the panel alone
   * - `both` the own pages for every company, the panel for the company of its page
   * - `frame` a frame that has yet to prove that it is the panel
   */
  from: 'pages' | 'panel' | 'both' | 'frame';
  /** It changes something: the panel sends it only after a click that its user can have meant. */
  writes: boolean;
  /**
   * - `company` one company: it names it, or a run of it, and a panel may ask for its page's company alone
   * - `page` the page that the panel stands on, whosever it is
   * - `settings` keys, companies or the whole installation
   */
  about: 'company' | 'page' | 'settings';
}

export const READ = { from: 'both', writes: false, about: 'company' } as const satisfies Right;
export const WRITE = { from: 'both', writes: true, about: 'company' } as const satisfies Right;
export const OWN_READ = { from: 'pages', writes: false, about: 'settings' } as const satisfies Right;
/** Also for what cannot be undone: it is confirmed in a tab of the extension's own, never inside a site's page. */
export const OWN_WRITE = { from: 'pages', writes: true, about: 'settings' } as const satisfies Right;
export const PANEL_READ = { from: 'panel', writes: false, about: 'page' } as const satisfies Right;
export const PANEL_WRITE = { from: 'panel', writes: true, about: 'page' } as const satisfies Right;
/** About the page of one company. */
export const PANEL_COMPANY_WRITE = { from: 'panel', writes: true, about: 'company' } as const satisfies Right;
export const PROVE = { from: 'frame', writes: false, about: 'page' } as const satisfies Right;

export interface Message<Rights extends Right = Right, Input = unknown, Answer = unknown> {
  right: Rights;
  schema: v.GenericSchema<unknown, Input>;
  /** A type only: an answer comes from our own background, and is not checked. */
  answer?: Answer;
}

/** All messages by name. */
export type Messages = Readonly<Record<string, Message>>;

/** A message about a company has to say which. */
type Named<Rights extends Right> = Rights['about'] extends 'company'
  ? { connectionId: string } | { runId: string } | undefined
  : unknown;

/**
 * Defines a message. Without a right it does not compile, nor with a right about a company and an input that names none.
 * @param schema checks the input on arrival; its type is the input's type
 */
export function message<const Rights extends Right, Input extends Named<Rights>>(
  right: Rights,
  schema: v.GenericSchema<unknown, Input>,
) {
  return { answers: <Answer>(): Message<Rights, Input, Answer> => ({ right, schema }) };
}

export type InputOf<Defined extends Message> =
  Defined extends Message<Right, infer Input, unknown> ? Input : never;
export type AnswerOf<Defined extends Message> =
  Defined extends Message<Right, unknown, infer Answer> ? Answer : never;

/** The messages as functions: what is sent, and what is answered. */
export type ProtocolOf<All extends Messages> = {
  [Name in keyof All]: undefined extends InputOf<All[Name]>
    ? (input?: InputOf<All[Name]>) => AnswerOf<All[Name]>
    : (input: InputOf<All[Name]>) => AnswerOf<All[Name]>;
};

/** Whether a message from one of the extension's pages, or from the panel, is answered at all. */
export function maySend({ from }: Right, sender: 'page' | 'panel'): boolean {
  return from === 'both' || from === (sender === 'page' ? 'pages' : 'panel');
}
