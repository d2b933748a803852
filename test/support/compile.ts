import { join } from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
};

/** What the compiler says about each line of a text that stands in the folder of quantities. */
export function compileErrors(header: string, lines: readonly string[]): (string | undefined)[] {
  const path = join(import.meta.dirname, '../../simulator/units/in-a-test.ts').replaceAll('\\', '/');
  const text = [header, ...lines].join('\n');
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = name => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path)!;
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const onLine = (line: number) =>
    found.find(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line === line);
  const message = (diagnostic: ts.Diagnostic | undefined) =>
    diagnostic && ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split('\n')[0];
  return ['', ...lines].map((_, line) => message(onLine(line))).slice(1);
}
