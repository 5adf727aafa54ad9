/** What the settings show and send: which companies are connected, and how. Plain data. */
import type { Company, DineroKind } from '../../domain/company.ts';

/** A connection as the settings show it: a saved secret is a yes, never its text. */
export interface CompanySettings {
  company: Company;
  dinero: DineroKind;
  clientId: string;
  /** `''` without an API. */
  baseUrl: string;
  saved: {
    /** The API key, or a sign-in with Visma Connect. */
    key: boolean;
    token: boolean;
  };
  /** Its sign-in with Visma Connect serves other companies, too: signing out is for all of them. */
  sharesSignIn: boolean;
}

export interface SettingsInfo {
  /** By what they are called. */
  companies: CompanySettings[];
  /** The one last used. */
  current?: string;
  /** Clients whose secret is saved, the one last used first, and whether somebody is signed in with it. */
  clients: { kind: DineroKind; clientId: string; signedIn: boolean }[];
  /** What has to be registered with Visma Connect. */
  redirectUri: string;
}

/** An empty secret keeps the saved one. */
export type DineroFields = {
  clientId: string;
  clientSecret: string;
  /** With a key, empty: the company that the key belongs to. */
  organizationId: string;
} & (
  | { kind: 'personal'; apiKey: string }
  /** @property signInId of a sign-in just made; empty keeps the saved one */
  | { kind: 'visma'; signInId: string }
);

export type EffihubFields =
  | { kind: 'api'; baseUrl: string; token: string }
  /** Without an API. @property account as its address begins: `nordisktekst` of `nordisktekst.effihub.com` */
  | { kind: 'sheet'; account: string };

/** Of an organization that can be connected. */
export interface GrantedOrganization {
  id: number;
  name: string;
}

export interface SettingsMessages {
  settings(): SettingsInfo;
  /** Tests with what is typed and, where a company is named, with what is saved for it. */
  testDinero(input: { connectionId?: string; dinero: DineroFields }): {
    organizationId: number;
    organizationName: string;
  };
  testEffihub(input: { connectionId?: string; effihub: EffihubFields }): {
    accountId: string;
    accountName: string;
  };
  /** Tests both, then saves both or nothing. @param input.connectionId the company to be changed; without it one is added */
  saveConnection(input: { connectionId?: string; dinero: DineroFields; effihub: EffihubFields }): Company;
  /** Signs in with Visma Connect. What comes of it is kept until the browser is closed, or until it is saved. */
  signIn(input: { clientId: string; clientSecret: string }): {
    signInId: string;
    organizations: GrantedOrganization[];
  };
  /** What the saved sign-in of a client gives access to: it can serve another company, too. */
  savedSignIn(input: { clientId: string }): { signInId: string; organizations: GrantedOrganization[] };
  /** Forgets a company's sign-in. */
  signOut(input: { connectionId: string }): void;
  /** The companies and accounts whose pages are open, the one last looked at first. */
  openPages(): { organizationIds: string[]; accounts: string[] };

  /** Makes a company the one last used. */
  useCompany(input: { connectionId: string }): void;
  /** @param input.name empty: Dinero's own */
  renameCompany(input: { connectionId: string; name: string }): void;
  /** While it is paused nothing is read or written for it. */
  pauseCompany(input: { connectionId: string; paused: boolean }): void;
  /** Removes it with all that is stored about it here. */
  removeCompany(input: { connectionId: string }): void;
}
