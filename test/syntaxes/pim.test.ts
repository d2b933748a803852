import assert from 'node:assert/strict';
import { readLibrary } from '../../language/main/library-files.ts';
import { functions } from '../../language/types/functions.ts';
import { description } from '../../simulator/index.ts';
import { units } from '../../simulator/units/index.ts';
import { expectScopes, scopesOf } from '../support/textmate.ts';

describe('highlighting without the language server', () => {
  it('shows a component with its kind, properties, numbers and units', () =>
    expectScopes(
      'component ADC : sar-adc { resolution 8 bit, area-per-bit 80 µm² }',
      `
      component    → keyword.declaration
      ADC          → entity.name.type
      sar-adc      → storage.type.kind
      resolution   → support.type.property-name
      8            → constant.numeric
      bit          → keyword.other.unit
      area-per-bit → support.type.property-name
      80           → constant.numeric
      µm²          → keyword.other.unit
      `,
    ));

  it('shows parameters, their types and defaults', () =>
    expectScopes(
      'chip C(width: bits = 4 bit) extends Base(2) {}',
      `
      chip    → keyword.declaration
      C       → entity.name.type
      width   → variable.parameter
      bits    → support.type
      =       → keyword.operator.assignment
      4       → constant.numeric
      bit     → keyword.other.unit
      extends → storage.modifier
      Base    → entity.other.inherited-class
      2       → constant.numeric
      `,
    ));

  it('shows conditions, lists and ranges', () =>
    expectScopes(
      'chip C(n in [1, 2] = 2) {\n  constant l = [1 .. 4 step 2]\n  if n > 1 and not n = 4 { 2 × T } else { rate 1 Hz }\n}',
      `
      chip     → keyword.declaration
      C        → entity.name.type
      n        → variable.parameter
      in       → keyword.operator.range
      1        → constant.numeric
      2        → constant.numeric
      =        → keyword.operator.assignment
      2        → constant.numeric
      constant → keyword.declaration
      l        → variable.other.constant
      =        → keyword.operator.assignment
      1        → constant.numeric
      ..       → keyword.operator.range
      4        → constant.numeric
      step     → keyword.operator.range
      2        → constant.numeric
      if       → keyword.control.conditional
      n        → variable.other
      >        → keyword.operator.comparison
      1        → constant.numeric
      and      → keyword.operator.logical
      not      → keyword.operator.logical
      n        → variable.other
      =        → keyword.operator.assignment
      4        → constant.numeric
      2        → constant.numeric
      ×        → keyword.operator.arithmetic
      T        → entity.name.type
      else     → keyword.control.conditional
      rate     → support.type.property-name
      1        → constant.numeric
      Hz       → keyword.other.unit
      `,
    ));

  it('shows imported names and what is private', () =>
    expectScopes(
      'import ADC as Mine from "parts"\nprivate component D : dac {}',
      `
      import    → keyword.control.import
      ADC       → entity.name.type
      as        → keyword.control.import
      Mine      → entity.name.type
      from      → keyword.control.import
      parts     → string.quoted.double
      private   → storage.modifier
      component → keyword.declaration
      D         → entity.name.type
      dac       → storage.type.kind
      `,
    ));

  it('shows parts with their counts', () =>
    expectScopes(
      'tile T {\n  1/4 × Router\n  8 * crossbar { size 128 x 128 }\n  2 × pe { }\n}',
      `
      tile     → keyword.declaration
      T        → entity.name.type
      1        → constant.numeric
      /        → keyword.operator.arithmetic
      4        → constant.numeric
      ×        → keyword.operator.arithmetic
      Router   → entity.name.type
      8        → constant.numeric
      *        → keyword.operator.arithmetic
      crossbar → keyword.declaration
      size     → support.type.property-name
      128      → constant.numeric
      x        → keyword.operator.arithmetic
      128      → constant.numeric
      2        → constant.numeric
      ×        → keyword.operator.arithmetic
      pe       → keyword.declaration
      `,
    ));

  it('shows layers and the steps chained to them', () =>
    expectScopes(
      'workload W {\n  input 3 × 8\n  conv c1 { kernel 3, padding same } → relu -> maxpool 2\n  add s from c1, c2\n}',
      `
      workload → keyword.declaration
      W        → entity.name.type
      input    → keyword.declaration
      3        → constant.numeric
      ×        → keyword.operator.arithmetic
      8        → constant.numeric
      conv     → support.function.layer
      c1       → variable.other.layer
      kernel   → support.type.property-name
      3        → constant.numeric
      padding  → support.type.property-name
      same     → constant.language
      →        → keyword.operator.arrow
      relu     → support.function.layer
      ->       → keyword.operator.arrow
      maxpool  → support.function.layer
      2        → constant.numeric
      add      → support.function.layer
      s        → variable.other.layer
      from     → keyword.control
      c1       → variable.other
      c2       → variable.other
      `,
    ));

  it('shows questions', () =>
    expectScopes(
      'evaluate A, B(2) on W {\n  average geometric\n  normalise area to A\n  claim A.power on W = 2 W\n  expect A.area <= 3 mm² within 1 %\n}',
      `
      evaluate  → keyword.control
      A         → entity.name.type
      B         → entity.name.type
      2         → constant.numeric
      on        → keyword.control
      W         → entity.name.type
      average   → support.type.property-name
      geometric → constant.language
      normalise → keyword.control
      area      → variable.other
      to        → keyword.control
      A         → variable.other
      claim     → keyword.control
      A         → entity.name.type
      power     → variable.other.property
      on        → keyword.control
      W         → variable.other
      =         → keyword.operator.assignment
      2         → constant.numeric
      W         → keyword.other.unit
      expect    → keyword.control
      A         → entity.name.type
      area      → variable.other.property
      <=        → keyword.operator.comparison
      3         → constant.numeric
      mm²       → keyword.other.unit
      within    → keyword.control
      1         → constant.numeric
      %         → keyword.other.unit
      `,
    ));

  it('shows expressions', () =>
    expectScopes(
      'constant pitch = -ceil(2.5e-3 m) ^ 2 + Cell.on-resistance / 3',
      `
      constant      → keyword.declaration
      pitch         → variable.other.constant
      =             → keyword.operator.assignment
      -             → keyword.operator.arithmetic
      ceil          → support.function
      2.5e-3        → constant.numeric
      m             → keyword.other.unit
      ^             → keyword.operator.arithmetic
      2             → constant.numeric
      +             → keyword.operator.arithmetic
      Cell          → entity.name.type
      on-resistance → variable.other.property
      /             → keyword.operator.arithmetic
      3             → constant.numeric
      `,
    ));

  it('shows imports', () =>
    expectScopes(
      'import "pim:chips/isaac"',
      `
      import          → keyword.control.import
      pim:chips/isaac → string.quoted.double
      `,
    ));

  it('shows where numbers come from in doc comments', () =>
    expectScopes(
      '/** A source.\n *  Source: a paper.\n *  Derived: from it. Assumption: none. */\n/* Source: no */ // Source: no',
      `
      A source.                  → comment.block.documentation
      *                          → comment.block.documentation
      Source                     → keyword.other.documentation
      :                          → keyword.other.documentation
      a paper.                   → comment.block.documentation
      *                          → comment.block.documentation
      Derived                    → keyword.other.documentation
      :                          → keyword.other.documentation
      from it. Assumption: none. → comment.block.documentation
      Source: no                 → comment.block
      Source: no                 → comment.line.double-slash
      `,
    ));

  it('takes a word on the next line for no unit', () =>
    expectScopes(
      'constant a = 3\nconstant b = 4 // mW',
      `
      constant → keyword.declaration
      a        → variable.other.constant
      =        → keyword.operator.assignment
      3        → constant.numeric
      constant → keyword.declaration
      b        → variable.other.constant
      =        → keyword.operator.assignment
      4        → constant.numeric
      mW       → comment.line.double-slash
      `,
    ));

  it('knows every unit of the language as one word', async () => {
    const symbols = [...units.keys(), 'GOPS/s/mm²', 'pJ/bit', 'MiB/mm²', 'V·A'].filter(
      symbol => symbol !== 'x',
    );
    for (const symbol of symbols)
      assert.equal((await scopesOf(`constant a = 3 ${symbol}`)).at(-1), `${symbol} → keyword.other.unit`);
  });

  it('knows every layer of the language', async () => {
    for (const kind of description.layers.keys())
      assert.ok(
        (await scopesOf(`workload W { ${kind} a }`)).includes(`${kind} → support.function.layer`),
        kind,
      );
  });

  it('knows every function of the language', async () => {
    for (const name of functions.keys())
      assert.ok((await scopesOf(`constant a = ${name}(1)`)).includes(`${name} → support.function`), name);
  });

  it('knows every word a property of a chip may have', async () => {
    for (const parameters of Object.values(description.levels))
      for (const [name, { type }] of Object.entries(parameters))
        for (const word of 'words' in type ? type.words : [])
          assert.equal((await scopesOf(`chip C {\n${name} ${word}`)).at(-1), `${word} → constant.language`);
  });

  it('leaves no word of the library without a meaning', async () => {
    for (const [path, text] of readLibrary()) {
      const plain = (await scopesOf(text)).filter(
        line => line.endsWith('→ source') || line.includes('→ meta'),
      );
      assert.deepEqual(plain, [], path);
    }
  });
});
