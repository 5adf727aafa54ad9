import type { Auth, TokenStore } from './auth.ts';
export interface SignInStore {
  load(id: string): Promise<{ refreshToken: string } | undefined>;
  save(id: string, value: { refreshToken: string }): Promise<void>;
}
export declare function beginSignIn(o: { clientId: string; redirectUri: string }): Promise<{ url: string }>;
export declare function finishSignIn(
  o: object,
): Promise<{ accessToken: string; expiresAt: number; refreshToken: string }>;
export declare function createVismaAuth(o: { tokens: TokenStore; [k: string]: unknown }): Auth;
