import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const programs = process.env.ProgramFiles ?? 'C:\\Program Files';
const programs86 = process.env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)';
const usualPlaces = {
  linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [
    join(programs, 'Google\\Chrome\\Application\\chrome.exe'),
    join(programs86, 'Google\\Chrome\\Application\\chrome.exe'),
    join(programs86, 'Microsoft\\Edge\\Application\\msedge.exe'),
  ],
};

/** The executable of a browser of the Chromium family: the one that CHROMIUM names, or one found on this machine. */
export function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const onPath = folders.flatMap(folder => commands.map(command => join(folder, command)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find(path => existsSync(path));
}

export const howToGetChromium =
  'Install one (on Debian: apt-get install chromium fonts-dejavu-core), or name one: CHROMIUM=<path> npm test.';
