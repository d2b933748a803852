import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import type { Report } from '../../simulator/index.ts';
import { runPim } from '../support/program.ts';

const fine = `import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on AlexNet { expect NeuralPIM.area < 90 mm² }\n`;
const wrong = `component A : adc {\n  resolution 8 bit\n  rate 100 ns\n}\n`;
const strange = 'chip { 🙂 \u0000 ))) "unclosed\nworkload 12 × {{{ evaluate';

describe('pim', () => {
  let folder = '';
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const pim = (...args: string[]) => runPim(args, folder);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pim-command-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says its version and helps', () => {
    assert.match(pim('--version').out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(pim('--help').code, 0);
    for (const command of ['check', 'evaluate', 'explain', 'format', 'lsp', 'schema'])
      assert.match(pim(command, '--help').out, new RegExp(`^Usage: pim ${command}`));
  });

  it('answers wrong usage with exit code 2 and one line on standard error', () => {
    for (const args of [
      ['nonsense'],
      ['check'],
      ['check', 'nowhere.pim'],
      ['evaluate'],
      ['evaluate', '--chip', 'Nobody'],
      ['schema', 'x'],
      ['explain', 'x'],
      ['lsp'],
    ]) {
      const { code, out, error } = pim(...args);
      assert.deepEqual([args, code, out], [args, 2, '']);
      assert.ok(error.trim().length > 0 && !error.includes('    at '), error);
    }
  });

  it('checks a file without errors', () => {
    assert.deepEqual(pim('check', file('fine.pim', fine)), {
      code: 0,
      out: 'fine.pim:3:23: info: AlexNet needs 59,696 arrays; NeuralPIM has 17,920, so it takes 4 chips [network-exceeds-chip]\n0 errors, 0 warnings\n',
      error: '',
    });
  });

  it('names place, code and message of an error, counting from 1', () => {
    const { code, out } = pim('check', '--format', 'json', file('wrong.pim', wrong));
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      files: [
        {
          path: 'wrong.pim',
          problems: [
            {
              code: 'dimension-mismatch',
              severity: 'error',
              message: '`rate` must be a frequency, for example `1 GHz`; this is a time',
              line: 3,
              column: 8,
              endLine: 3,
              endColumn: 14,
            },
          ],
        },
      ],
      errors: 1,
      warnings: 0,
    });
  });

  it('takes severities from a pim.json beside a file or above it', () => {
    file('pim.json', '{ "checks": { "network-exceeds-chip": "off" } }');
    assert.equal(pim('check', file('fine.pim', fine)).out, '0 errors, 0 warnings\n');
    file('pim.json', '{ "checks": { "network-exceeds-chip": "error" } }');
    const { code, out } = pim('check', 'fine.pim');
    assert.equal(code, 1);
    assert.match(out, /^fine\.pim:3:23: error: AlexNet needs/);
  });

  it('names place and mistake of a pim.json', () => {
    file('pim.json', '{\n  "checks": { "network-exceeds-chips": "off" }\n}\n');
    const { code, out } = pim('check', file('fine.pim', fine));
    assert.equal(code, 1);
    assert.match(
      out,
      /^pim\.json:2:15: error: there is no rule `network-exceeds-chips`; did you mean `network-exceeds-chip`\? \[configuration\]\n/,
    );
    assert.deepEqual(pim('evaluate', 'fine.pim').code, 1);
  });

  it('prints the schema of pim.json', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(pim('schema', 'config').out) as AnySchema);
    assert.ok(validate({ checks: { 'network-exceeds-chip': 'off' } }));
    assert.ok(!validate({ checks: { 'network-exceeds-chip': 'never' } }));
  });

  it('says which numbers a metric depends on', () => {
    const asked = ['evaluate', '--chip', 'NeuralPIM', '--workload', 'AlexNet', '--sensitivity', 'peakPower'];
    assert.match(
      pim(...asked).out,
      /What peak power of NeuralPIM on AlexNet depends on: 68\.5 W.*\n.*Elasticity\n.*\n(.*\n)*count of Tile in NeuralPIM +280 +252 .*\+0\.85/,
    );
    const { sensitivities } = JSON.parse(pim(...asked, '--format', 'json').out) as Report;
    assert.deepEqual(
      sensitivities?.map(({ chip, workload, metric }) => [chip, workload, metric]),
      [['NeuralPIM', 'AlexNet', 'peakPower']],
    );
    const { code, error } = pim(...asked.slice(0, -1), 'powr');
    assert.deepEqual([code, error], [2, 'pim: there is no metric "powr"; did you mean `power`?\n']);
  });

  it('explains a rule', () =>
    assert.match(pim('explain', 'network-exceeds-chip').out, /^# network-exceeds-chip\n\n\*info\*/));

  it('survives a file that is no text of the language', () => {
    const { code, out, error } = pim('check', file('strange.pim', strange));
    assert.equal(code, 1);
    assert.match(out, /syntax-error/);
    assert.equal(error, '');
  });

  it('names the file that nests too deeply, and checks the others', () => {
    const deep = `constant a =\n  ${'('.repeat(6000)}1${')'.repeat(6000)}\n`;
    const { code, out, error } = pim('check', file('deep.pim', deep), file('wrong.pim', wrong));
    assert.deepEqual([code, error], [1, '']);
    assert.deepEqual(out.split('\n').slice(0, 2), [
      'deep.pim:2:203: error: this file nests too deeply to be checked; give inner parts names [syntax-error]',
      'wrong.pim:3:8: error: `rate` must be a frequency, for example `1 GHz`; this is a time [dimension-mismatch]',
    ]);
  });

  it('reads what a file imports from beside it', () => {
    file(
      'part.pim',
      'component Small : adc {\n  resolution 8 bit\n  rate 1 GHz\n  power 1 mW\n  area 10 µm²\n}\n',
    );
    const { code, out } = pim(
      'check',
      file('main.pim', 'import "part"\ncomponent Other extends Small { power 2 mW }\n'),
    );
    assert.deepEqual([code, out], [0, '0 errors, 0 warnings\n']);
  });

  it('evaluates library chips by name and prints JSON that its own schema accepts', () => {
    const { code, out, error } = pim(
      'evaluate',
      '--chip',
      'ISAAC',
      '--workload',
      'VGG16',
      '--format',
      'json',
    );
    assert.deepEqual([code, error], [0, '']);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(pim('schema', 'report').out) as AnySchema);
    const report = JSON.parse(out) as Report;
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual(
      report.evaluations.map(({ chip, workload }) => [chip, workload]),
      [['ISAAC', 'VGG16']],
    );
  });

  it('prints one row per metric as CSV', () => {
    const { out } = pim('evaluate', '--chip', 'NeuralPIM', '--workload', 'AlexNet', '--format', 'csv');
    const [head, ...rows] = out.trim().split('\n');
    assert.equal(
      head,
      'chip,workload,metric,value,unit,setting_activity,setting_average,setting_batch,setting_capacity,setting_grouping,setting_recurrence,setting_replication',
    );
    const row = /^NeuralPIM,AlexNet,\w+,[\d.e+-]+,[\w/²]+,used,geometric,1,chips,packed,waits,optimal$/;
    assert.deepEqual(
      rows.filter(each => !row.test(each)),
      [],
    );
  });

  it('tells the same chip apart where two evaluations set it differently', () => {
    const twice = file(
      'twice.pim',
      `import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on AlexNet { chips 4 }\nevaluate NeuralPIM on AlexNet { chips 8 }\n`,
    );
    const [head, ...rows] = pim('evaluate', twice, '--format', 'csv').out.trim().split('\n');
    const column = head!.split(',').indexOf('setting_chips');
    assert.deepEqual([...new Set(rows.map(row => row.split(',')[column]))], ['4', '8']);
    const [titles, , , ...table] = pim('evaluate', twice).out.split('\n');
    assert.match(titles!, /Question$/);
    assert.deepEqual(
      table.slice(0, 2).map(row => /chips \d+$/.exec(row)?.[0]),
      ['chips 4', 'chips 8'],
    );
  });

  it('writes reports in the format their names end in', () => {
    const { code } = pim(
      'evaluate',
      file('fine.pim', fine),
      '--out',
      'r/a.json',
      '--out',
      'r/a.html',
      '--out',
      'r/a.csv',
    );
    assert.equal(code, 0);
    assert.equal((JSON.parse(readFileSync(join(folder, 'r/a.json'), 'utf8')) as Report).version, '1.2');
    assert.match(
      readFileSync(join(folder, 'r/a.html'), 'utf8'),
      /^<!doctype html>[\s\S]*NeuralPIM on AlexNet/,
    );
  });

  it('fails when an expectation does not hold, and says which', () => {
    const { code, out } = pim('evaluate', file('hopeful.pim', fine.replace('< 90', '< 9')));
    assert.equal(code, 1);
    assert.match(out, /✗ expect NeuralPIM\.area < 9 mm²/);
  });

  it('does not fail when a claim does not hold', () => {
    const claim = fine.replace('expect NeuralPIM.area < 90 mm²', 'claim NeuralPIM.area = 9 mm²');
    assert.equal(pim('evaluate', file('claim.pim', claim)).code, 0);
  });

  it('refuses to evaluate a file with errors, and says them on standard error', () => {
    const { code, out, error } = pim('evaluate', file('wrong.pim', wrong));
    assert.deepEqual([code, out], [1, '']);
    assert.match(error, /wrong\.pim:3:8: error/);
  });

  it('formats files, and only says so with --check', () => {
    const name = file('untidy.pim', 'component A:adc{resolution 8 bit\nrate 1 GHz}');
    assert.deepEqual(
      [pim('format', '--check', name).code, readFileSync(join(folder, name), 'utf8').length],
      [1, 44],
    );
    assert.equal(pim('format', name).code, 0);
    assert.equal(pim('format', '--check', name).code, 0);
  });

  it('formats what comes in on standard input', () => {
    const { code, out } = runPim(['format', '-'], folder, 'component A:fixed{area 1 mm2}');
    assert.deepEqual([code, out], [0, 'component A : fixed { area 1 mm2 }\n']);
  });

  it('prints no colour codes when it is no terminal', () => {
    const { out } = pim('evaluate', file('fine.pim', fine));
    assert.ok(!out.includes('\u001b'));
  });
});
