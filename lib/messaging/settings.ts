/** What the settings show and send: which companies are connected, and how. Plain data. */
import type { Company, DineroKind } from '../company.ts';

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
