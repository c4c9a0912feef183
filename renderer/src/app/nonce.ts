/** The nonce of this page, which style elements need under our content security policy. */
export const pageNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
