import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Problem } from '../../lib/domain/problem.ts';
import { helpTopicOf } from '../../lib/features/help/index.ts';
import { explain } from '../../lib/words/explain.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { HelpButton } from './HelpButton.tsx';
import { t } from './text.ts';

export interface ErrorNoticeProps {
  /** Undefined for an unknown error. */
  problem?: Problem;
  /** What was not changed, in words. */
  unchanged?: string;
  /** Buttons or links for the next step. */
  action?: preact.ComponentChildren;
  /** Present when the view opens, so screen readers should not announce it. */
  still?: boolean;
}

/** What happened, what was not changed, what to do, a quote of the other system, and the help. */
export function ErrorNotice({ problem, unchanged, action, still }: ErrorNoticeProps) {
  const words = t.value;
  const [copied, setCopied] = useState(false);
  // The panel has its own notice for this.
  if (problem?.code === 'early') return null;
  const explained = explain(problem, words);
  const copy = () =>
    navigator.clipboard.writeText(details(problem)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Notice
      kind="error"
      title={explained.what}
      still={still}
      actions={
        <>
          {action}
          {problem?.host && <GiveAccess host={problem.host} />}
          <HelpButton topic={helpTopicOf(problem)} label={words.common.helpWithError} />
          <Button variant="quiet" compact icon={copied ? 'check' : 'copy'} onClick={copy}>
            {copied ? words.common.copied : words.common.copyDetails}
          </Button>
        </>
      }
    >
      {unchanged && <p>{unchanged}</p>}
      <p>{explained.todo}</p>
      {explained.quote && <p class="quote">{explained.quote}</p>}
    </Notice>
  );
}

/** Requests the missing permission. Browsers ask the user only right after a click. */
function GiveAccess({ host }: { host: string }) {
  const { giveAccess, accessGiven } = t.value.common;
  const [given, setGiven] = useState(false);
  const ask = () =>
    browser.permissions.request({ origins: [`https://${host}/*`] }).then(setGiven, () => setGiven(false));
  return (
    <Button compact icon={given ? 'check' : undefined} onClick={ask}>
      {given ? accessGiven : giveAccess}
    </Button>
  );
}

/** Details for support. Quotes of other systems are left out, as they may name a customer. */
export function details(problem: Problem | undefined): string {
  const { version } = browser.runtime.getManifest();
  const fields = problem?.fields?.map(({ field }) => field).join(', ');
  return [
    `Kundebro ${version}`,
    `system: ${problem?.system ?? 'kundebro'}`,
    `code: ${problem?.code ?? 'unknown'}`,
    problem?.host && `host: ${problem.host}`,
    problem?.status && `status: ${problem.status}`,
    fields && `fields: ${fields}`,
    // Our own quotes are only names of errors.
    problem?.system === 'kundebro' && problem.quote && `error: ${problem.quote}`,
  ]
    .filter(Boolean)
    .join('\n');
}
