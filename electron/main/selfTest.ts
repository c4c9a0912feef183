/** One thing that was looked at. */
export interface SelfCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface SelfTestResult {
  readonly ok: boolean;
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly checks: readonly SelfCheck[];
}

export interface SelfTestSetUp {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** Each gives what it found, or throws. */
  readonly checks: Readonly<Record<string, () => Promise<string>>>;
  /** Longest time for one check, in milliseconds. */
  readonly patience: number;
}

/** Checks an installed program from inside, one check after the other; one that fails or hangs does not stop the rest. */
export async function selfTest({ version, versions, checks, patience }: SelfTestSetUp): Promise<SelfTestResult> {
  const done: SelfCheck[] = [];
  for (const [name, check] of Object.entries(checks)) done.push(await run(name, check, patience));
  return { ok: done.every((one) => one.ok), version, versions, checks: done };
}

async function run(name: string, check: () => Promise<string>, patience: number): Promise<SelfCheck> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  try {
    return { name, ok: true, detail: await Promise.race([check(), late]) };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Node's `24.1.0` or later with SQLite built in: what the services need of the runtime. */
export async function checkRuntime(versions: Readonly<Record<string, string | undefined>>): Promise<string> {
  const node = versions['node'] ?? '';
  if (Number.parseInt(node, 10) < 24 || versions['sqlite'] === undefined) throw new Error(`node ${node}`);
  return `node ${node}, sqlite ${versions['sqlite']}`;
}

/** The reply of a call as text.
 *  @throws when it is a refusal or no reply at all */
export function expectReply(reply: unknown): string {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply) || reply.ok !== true) {
    throw new Error(JSON.stringify(reply) ?? 'no reply');
  }
  return JSON.stringify('value' in reply ? reply.value : null);
}
