import assert from 'node:assert/strict';
import { Ajv, type AnySchema } from 'ajv';
import { readConfiguration } from '../../../language/check/configuration.ts';
import { configurationSchema } from '../../../language/check/configuration-schema.ts';
import { expectClean, expectInfo, expectProblem, expectWarning } from '../../support/check.ts';
import { testPim, withFiles } from '../../support/pim.ts';
import { describeDiagnostic, diagnosticsOf } from '../../support/check.ts';

const off = '{ "checks": { "power-without-rate": "off" } }';
const silent =
  'A states a power but neither `rate` nor `energy`, so what it does costs nothing; state one of them';
const component = 'component A : adc { resolution 8 bit, power 2 mW }';
const marked = 'component <|A|> : adc { resolution 8 bit, power 2 mW }';

describe('a pim.json', () => {
  it('beside a file turns a rule off', () =>
    expectClean(`//- /chips/pim.json
${off}
//- /chips/main.pim
${component}`));

  it('in a folder above turns a rule off', () =>
    expectClean(`//- /pim.json
${off}
//- /chips/adc/main.pim
${component}`));

  it('that is nearer counts alone', () =>
    expectWarning(
      `//- /pim.json
${off}
//- /chips/pim.json
{}
//- /chips/main.pim
${marked}`,
      'power-without-rate',
      silent,
    ));

  it('raises what a rule finds', () =>
    expectProblem(
      `//- /pim.json
{ "checks": { "power-without-rate": "error" } }
//- /main.pim
${marked}`,
      'power-without-rate',
      silent,
    ));

  it('lowers what a rule finds', () =>
    expectInfo(
      `//- /pim.json
{ "checks": { "power-without-rate": "info" } }
//- /main.pim
${marked}`,
      'power-without-rate',
      silent,
    ));

  it('speaks about what is said about `allow` too', () =>
    expectClean(`//- /pim.json
{ "checks": { "allow-of-nothing": "off" } }
//- /main.pim
// allow power-without-rate: a placeholder
constant a = 1`));

  it('does not silence what a question makes an error', () =>
    expectProblem(
      `//- /pim.json
{ "checks": { "network-exceeds-chip": "off" } }
//- /main.pim
import "pim:chips"
import "pim:networks"
evaluate NeuralPIM on <|AlexNet|> { capacity reject }`,
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, 41,776 too few',
    ));

  it('leaves `allow` its use where it raises what is allowed', () =>
    expectClean(`//- /pim.json
{ "checks": { "power-without-rate": "error" } }
//- /main.pim
// allow power-without-rate: a placeholder
${component}`));
});

describe('what is wrong in a pim.json', () => {
  const cases: [text: string, message: string, at: string][] = [
    [
      '{ "checks": { "power-without-rat": "off" } }',
      'there is no rule `power-without-rat`; did you mean `power-without-rate`?',
      '"power-without-rat"',
    ],
    [
      '{ "checks": { "nonsense": "off" } }',
      'there is no rule `nonsense`; `pim schema config` lists them',
      '"nonsense"',
    ],
    [
      '{ "checks": { "power-without-rate": "warn" } }',
      'expected `error`, `warning`, `info`, `hint` or `off`',
      '"warn"',
    ],
    [
      '{ "checks": { "power-without-rate": "of" } }',
      'expected `error`, `warning`, `info`, `hint` or `off`; did you mean `off`?',
      '"of"',
    ],
    [
      '{ "checks": { "power-without-rate": 0 } }',
      'expected `error`, `warning`, `info`, `hint` or `off`',
      '0',
    ],
    [
      '{ "checks": { "dimension-mismatch": "off" } }',
      '`dimension-mismatch` is an error and stays one; with it, nothing can be evaluated',
      '"off"',
    ],
    ['{ "check": {} }', 'unknown setting `check`; did you mean `checks`?', '"check"'],
    ['{ "rules": {} }', 'unknown setting `rules`; expected `checks`', '"rules"'],
    [
      '{ "checks": [] }',
      '`checks` gives rules a severity by their codes, for example `{ "checks": { "network-exceeds-chip": "off" } }`',
      '[]',
    ],
    ['[]', 'expected an object, for example `{ "checks": { "network-exceeds-chip": "off" } }`', '[]'],
    ['{ "checks": { "power-without-rate" "off" } }', 'this is no JSON: colon expected', '"off"'],
  ];
  for (const [text, message, at] of cases)
    it(`${text} is told: ${message}`, () => {
      const [problem, ...others] = readConfiguration(text).problems;
      assert.deepEqual(others, []);
      assert.equal(problem?.message, message);
      assert.equal(text.slice(problem.offset, problem.offset + problem.length), at);
    });

  it('does not keep the rest of it from counting', () =>
    expectClean(`//- /pim.json
{ "checks": { "nonsense": "off", "power-without-rate": "off" } }
//- /main.pim
${component}`));
});

describe('the schema of pim.json', () => {
  const validate = new Ajv({ strict: false }).compile(configurationSchema() as AnySchema);

  for (const text of [off, '{}', '{ "$schema": "x", "checks": { "of-a-later-version": "hint" } }'])
    it(`accepts ${text}`, () => assert.ok(validate(JSON.parse(text))));

  for (const text of ['[]', '{ "rules": {} }', '{ "checks": { "power-without-rate": "warn" } }'])
    it(`rejects ${text}`, () => assert.ok(!validate(JSON.parse(text))));
});

describe('the settings of an editor', () => {
  const withSettings = async (checks: unknown, text: string): Promise<string[]> => {
    const { settings, shared } = await testPim();
    const { ConfigurationProvider } = shared.workspace;
    ConfigurationProvider.updateConfiguration({ settings: { pim: { checks } } });
    await settings.haveChanged();
    try {
      return await withFiles(text, documents => documents.flatMap(diagnosticsOf).map(describeDiagnostic));
    } finally {
      ConfigurationProvider.updateConfiguration({ settings: { pim: {} } });
      await settings.haveChanged();
    }
  };

  it('turn a rule off', async () =>
    assert.deepEqual(await withSettings({ severity: { 'power-without-rate': 'off' } }, component), []));

  it('give way to a pim.json', async () =>
    assert.deepEqual(
      await withSettings(
        { severity: { 'power-without-rate': 'off' } },
        `//- /pim.json\n{ "checks": { "power-without-rate": "hint" } }\n//- /main.pim\n${component}`,
      ),
      [`hint power-without-rate: ${silent}`],
    ));

  it('are passed over where they make no sense', async () =>
    assert.deepEqual(await withSettings({ severity: { 'power-without-rate': 'never' } }, component), [
      `warning power-without-rate: ${silent}`,
    ]));
});
