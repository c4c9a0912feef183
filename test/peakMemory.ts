import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Highest resident memory that this process has come to, in MB. Linux counts into `maxRSS` what the parent held when it
 *  started this process, so its own mark is read there. */
export function peakMegabytes(): number {
  const kilobytes =
    process.platform === 'linux'
      ? Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1])
      : process.resourceUsage().maxRSS;
  return Math.round(kilobytes / 1024);
}
