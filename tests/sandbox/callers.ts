import { type Credentials, credentials } from './credentials.ts';
import type { Sandbox } from './index.ts';
import type { EffihubCustomer } from './world.ts';

/** The parts of all answers, each there when the answer has it. */
export interface AnswerBody extends Partial<EffihubCustomer> {
  ContactGuid?: string;
  Collection?: Record<string, unknown>[];
  Pagination?: Record<string, number>;
  code?: number;
  message?: string;
  validationErrors?: Record<string, string> | null;
  languageSpecificMessages?: { property: string; message: string }[] | null;
  errorMessageList?: { Code: string; Message: string }[] | null;
  data?: EffihubCustomer[];
  meta?: { page: number; perPage: number; total: number; deletedIds: number[] };
  errors?: Record<string, string[]>;
  customerId?: number;
  removed?: number;
  [field: string]: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** `{}` when the answer is empty or not a JSON object. */
  json: AnswerBody;
}

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}

/** Asks for a token as a personal integration does. */
export async function askToken(sandbox: Sandbox, as: Credentials): Promise<Answered> {
  const response = await sandbox.fetch('https://authz.dinero.dk/dineroapi/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${as.clientId}:${as.clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'password',
      scope: 'read write',
      username: as.apiKey,
      password: as.apiKey,
    }),
  });
  return answered(response);
}

/** Calls `https://api.dinero.dk` with a fresh token; the path begins with `/v1`. */
export async function dineroCaller(sandbox: Sandbox, as: Credentials = credentials.nordisk): Promise<Caller> {
  const token = (await askToken(sandbox, as)).json.access_token;
  return caller(sandbox, 'https://api.dinero.dk', String(token));
}

/** Calls `https://api.effihub.com/v1`. */
export const effihubCaller = (sandbox: Sandbox, token = credentials.nordisk.effihubToken): Caller =>
  caller(sandbox, 'https://api.effihub.com/v1', token);

const caller =
  (sandbox: Sandbox, base: string, token: string): Caller =>
  async (method, path, body, headers = {}) =>
    answered(
      await sandbox.fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'manual',
      }),
    );

/** Fills in the consent page as a user does, without a browser. @returns where the answer leads, or the page shown */
export async function answerConsent(
  sandbox: Sandbox,
  url: string,
  choice: { answer?: 'yes' | 'no'; organizations?: number[] } = {},
): Promise<{ status: number; location: string; text: string }> {
  const page = await sandbox.fetch(url, { redirect: 'manual' });
  const text = await page.text();
  if (page.status !== 200) return { status: page.status, location: page.headers.get('location') ?? '', text };
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g))
    form.append(
      name,
      value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
    );
  for (const id of choice.organizations ?? sandbox.world.vismaGrantable)
    form.append('organization', String(id));
  form.append('answer', choice.answer ?? 'yes');
  const response = await sandbox.fetch('https://connect.visma.com/connect/consent', {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}
