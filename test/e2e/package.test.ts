import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const vsix = join(root, 'dist', 'pim-studio.vsix');
const megabyte = 1024 * 1024;

const expected = [
  'package.json',
  'out/host/extension.cjs',
  'out/main/cli.cjs',
  'out/main/server.cjs',
  'out/views/panel.js',
  'out/views/report.js',
  'out/views/style.css',
  'docs/checks/README.md',
];

/** What may be in the package. The packager renames the documents. */
const allowed = [
  /^package(\.nls)?\.json$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt|\.md)?$/i,
  /^out\/(main|host)\/[\w-]+\.cjs$/,
  /^out\/views\/[\w-]+\.(js|css)$/,
  /^out\/library\/([\w-]+\/)*[\w-]+\.pim$/,
  /^simulator\/report\/report\.schema\.json$/,
  /^docs\/pictures\/[\w-]+\.png$/,
  /^docs\/checks\/[\w-]+\.md$/,
  /^language\/check\/configuration\.schema\.json$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^extension\/(icon\.png|file-\w+\.svg|walkthrough\/[\w-]+\.(md|png|svg))$/,
];

describe('package', () => {
  const files = namesInZip(readFileSync(vsix))
    .filter(name => name.startsWith('extension/'))
    .map(name => name.slice('extension/'.length));

  it('is smaller than 3 MB', () => assert.ok(statSync(vsix).size < 3 * megabyte));

  it('holds the programs', () => assert.deepEqual(missing(expected), []));

  it('holds the library', () => assert.ok(files.some(file => file.startsWith('out/library/'))));

  it('holds every file that its manifest names', () => assert.deepEqual(missing(filesInManifest()), []));

  it('holds nothing else', () => {
    assert.deepEqual(
      files.filter(file => !allowed.some(pattern => pattern.test(file))),
      [],
    );
  });

  function missing(wanted: string[]): string[] {
    return wanted.filter(file => !files.includes(file));
  }
});

/** Values of package.json that look like files of this project, wherever they stand in it. */
function filesInManifest(): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const values = JSON.stringify([manifest['main'], manifest['icon'], manifest['contributes']]);
  const paths = [...values.matchAll(/"(?:\.\/)?((?:out|extension|syntaxes|language)\/[^"*]+\.\w+)"/g)];
  return [...new Set(paths.map(match => match[1]!))];
}

/** Reads the directory at the end of a zip file: a fixed head with the length of each name, then the name. */
function namesInZip(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const count = zip.readUInt16LE(end + 10);
  let position = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(position + offset));
    const start = position + 46;
    position = start + name! + extra! + comment!;
    return zip.toString('utf8', start, start + name!);
  });
}
