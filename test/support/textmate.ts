import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

// Both come as CommonJS whose exports Node cannot see by name.
const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof TextMate;

const grammarFile = join(import.meta.dirname, '../../syntaxes/pim.tmLanguage.json');

let loaded: Promise<TextMate.IGrammar> | undefined;

function grammar(): Promise<TextMate.IGrammar> {
  return (loaded ??= load());
}

async function load(): Promise<TextMate.IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)),
  });
  return (await registry.loadGrammar('source.pim'))!;
}

/** Every token that is not blank with its innermost scope, one to a line. */
export async function scopesOf(text: string): Promise<string[]> {
  const { tokenizeLine } = bound(await grammar());
  let state = textmate.INITIAL;
  return text.split('\n').flatMap(line => {
    const { tokens, ruleStack } = tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex).trim(),
        scope: scopes.at(-1)!,
      }))
      .filter(token => token.text !== '')
      .map(token => `${token.text} → ${token.scope.replace(/\.pim$/, '')}`);
  });
}

const bound = (of: TextMate.IGrammar) => ({ tokenizeLine: of.tokenizeLine.bind(of) });

/** The tokens of a text and their scopes, written as a table of `token → scope`; punctuation may be left out. */
export async function expectScopes(text: string, table: string): Promise<void> {
  const expected = table
    .split('\n')
    .map(line => line.trim().replace(/\s+→\s+/, ' → '))
    .filter(line => line !== '');
  const found = await scopesOf(text);
  assert.deepEqual(
    found.filter(line => !line.includes('→ punctuation.')),
    expected,
  );
}
