import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  TypeHierarchyItem,
} from 'vscode-languageserver/node';
import { type LanguageClient, startLanguageClient } from '../support/language-client.ts';

const uri = 'file:///workspace/navigation.pim';
const text = `import "pim:chips/neural-pim"
import "pim:components"

chip Faster extends NeuralPIM {
  tile Tile {
    8 × NNADC { rate 2 GHz }
  }
}
`;
const at = (word: string) => {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length + 1 };
};

describe('finding one’s way over the wire', () => {
  let client: LanguageClient;
  const ask = <T>(method: string, params: object = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const names = (links: readonly LocationLink[]) => links.map(({ targetUri }) => targetUri);

  before(async () => {
    client = await startLanguageClient();
    await client.open(uri, text);
  });
  after(() => client.stop());

  it('is offered', () => {
    const offered = Object.entries(client.capabilities)
      .filter(([, value]) => value)
      .map(([name]) => name);
    for (const wanted of [
      'callHierarchyProvider',
      'typeHierarchyProvider',
      'definitionProvider',
      'declarationProvider',
      'implementationProvider',
      'typeDefinitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'selectionRangeProvider',
      'foldingRangeProvider',
    ])
      assert.ok(offered.includes(wanted), wanted);
  });

  it('goes up and down the hierarchy of instances', async () => {
    const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', { position: at('NNADC') });
    const up = await client.connection.sendRequest<CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item },
    );
    assert.deepEqual(
      up.map(({ from }) => `${from.name}: ${from.detail}`),
      [
        'Tile: 8 × in tile Tile',
        'Tile: 4 × in tile Tile',
        'Tile: (converters) × in tile Tile',
        'StrategyC: 4 × in chip StrategyC',
      ],
    );
    const down = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>(
      'callHierarchy/outgoingCalls',
      {
        item: up[0]!.from,
      },
    );
    assert.deepEqual(
      down.slice(0, 2).map(({ to }) => `${to.name}: ${to.detail}`),
      ['NNADC: 8 × adc', 'PE: 4 × pe'],
    );
  });

  it('goes along `extends`', async () => {
    const [item] = await ask<TypeHierarchyItem[]>('prepareTypeHierarchy', { position: at('Faster') });
    const up = await client.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item });
    assert.deepEqual(
      up.map(({ name, uri: file }) => `${name} ${file}`),
      ['NeuralPIM pim:/chips/neural-pim.pim'],
    );
    const down = await client.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/subtypes', {
      item: up[0],
    });
    assert.deepEqual(
      down.map(({ name }) => name),
      ['Faster'],
    );
  });

  it('goes to definitions, declarations, implementations and types', async () => {
    const library = (file: string) => `pim:/${file}.pim`;
    const chip = await ask<LocationLink[]>('definition', { position: at('NeuralPIM') });
    assert.deepEqual(names(chip), [library('chips/neural-pim')]);
    const file = await ask<LocationLink[]>('definition', { position: at('pim:chips') });
    assert.deepEqual(names(file), [library('chips/neural-pim')]);
    const tile = await ask<LocationLink[]>('declaration', { position: at('Tile') });
    assert.deepEqual(names(tile), [library('chips/neural-pim')]);
    const heirs = await ask<LocationLink[]>('implementation', { position: at('NeuralPIM') });
    assert.deepEqual(names(heirs), [uri]);
    const component = await ask<LocationLink[]>('typeDefinition', { position: at('NNADC') });
    assert.deepEqual(names(component), [library('components/neural-pim-32nm')]);
  });

  it('finds references and highlights', async () => {
    const references = await ask<Location[]>('references', {
      position: at('rate'),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(each => each.uri),
      [uri, 'pim:/components/neural-pim-32nm.pim'],
    );
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', { position: at('rate') });
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [3],
    );
  });

  it('links, folds and selects', async () => {
    const links = await ask<DocumentLink[]>('documentLink');
    assert.deepEqual(
      links.map(({ target, tooltip }) => [target, tooltip]),
      [['pim:/chips/neural-pim.pim', 'defines NeuralPIM']],
    );
    const folds = await ask<FoldingRange[]>('foldingRange');
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 1],
        [3, 6],
        [4, 5],
      ],
    );
    const [first, second] = await ask<SelectionRange[]>('selectionRange', {
      positions: [at('rate'), at('Faster')],
    });
    assert.deepEqual(first!.parent!.range, {
      start: { line: 5, character: 16 },
      end: { line: 5, character: 26 },
    });
    assert.deepEqual(second!.range, { start: { line: 3, character: 5 }, end: { line: 3, character: 11 } });
  });
});
