/** Variables by which whoever starts the program could make its processes load other code or open a debugger. */
const DANGEROUS = /^(?:NODE_|ELECTRON_|OPENSSL_CONF$|SSL_CERT|LD_PRELOAD$|LD_LIBRARY_PATH$|DYLD_)/i;

/** The environment that our own processes start with. */
export function cleanEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !DANGEROUS.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
