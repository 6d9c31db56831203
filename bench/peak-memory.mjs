// Preloaded into a measured process: says at its end how much memory it held at most, in MB.
import { writeFileSync } from 'node:fs';

process.on('exit', () =>
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS / 1024)),
);
