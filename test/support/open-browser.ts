import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** What keeps it from looking around: it is to show one page. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of its own, with a profile that nobody used before. Throws when there is none, and says what to install. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`Pages are looked at in ${CHROMIUM}, and it is not there: apt-get install chromium fonts-noto-cjk`);
  }
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
}
