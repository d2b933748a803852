import { readFileSync } from 'node:fs';

/** The manifest lies two folders up, from the sources as from the bundle. */
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};

export const { version } = manifest;

/** What reports say they were made by. */
export const generator = `${manifest.name} ${manifest.version}`;
