import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver-types';
import { evaluationsOf } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';

/** Offers to evaluate: each `evaluate` of a file, and each chip that needs no arguments on the default workloads. */
export class PimCodeLensProvider implements CodeLensProvider {
  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const root = document.parseResult.value as ast.Document;
    const uri = document.uri.toString();
    return [
      ...evaluationsOf(document).flatMap((each, index) => lens(each, '▶ Evaluate', uri, { evaluate: index })),
      ...root.declarations
        .filter(isReadyChip)
        .flatMap(chip => lens(chip, '▶ Evaluate on AlexNet and VGG16', uri, { chip: chip.name })),
    ];
  }
}

const isReadyChip = (declaration: ast.Declaration): declaration is ast.Block =>
  ast.isBlock(declaration) &&
  declaration.level === 'chip' &&
  !!declaration.name &&
  declaration.parameters.every(({ value }) => value);

/** The command is the editor's: it brings the results beside the text. Its arguments are what `pim/evaluate` asks for. */
function lens(node: ast.Declaration, title: string, uri: string, target: object): CodeLens[] {
  const start = node.$cstNode?.range.start;
  if (!start) return [];
  return [
    { range: { start, end: start }, command: { title, command: 'pim.evaluate', arguments: [uri, target] } },
  ];
}
