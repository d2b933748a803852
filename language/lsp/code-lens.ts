import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import { type CodeLens, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Chip } from '../../simulator/index.ts';
import { formatAs, formatNumber, formatRange, listed } from '../../simulator/units/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import { defaultWorkloads, isReadyChip } from '../elaborate/evaluable.ts';
import { elaborateStudy, evaluationsOf } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import type { ChipResult, Results, StudyResult } from './results.ts';

/**
 * Offers to evaluate each `evaluate` of a file and each chip that needs no arguments, with what that came to last beside it
 * as long as nothing has changed since and the file has no errors; and to compare a chip with others.
 */
export class PimCodeLensProvider implements CodeLensProvider {
  private readonly elaborations: Elaborations;
  private readonly results: Results;

  constructor(elaborations: Elaborations, results: Results) {
    this.elaborations = elaborations;
    this.results = results;
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const { declarations } = document.parseResult.value as ast.Document;
    const isFine = !hasErrors(document);
    const uri = document.uri.toString();
    const own = declarations.filter(ast.isWorkload).map(({ name }) => name);
    const networks = (own.length > 0 ? own : defaultWorkloads).filter(name => name);
    return [
      ...evaluationsOf(document).flatMap((each, index) =>
        lenses(each, [evaluateCommand(this.studyTitle(each, isFine), uri, { evaluate: index })]),
      ),
      ...declarations
        .filter(isReadyChip)
        .flatMap(chip =>
          lenses(chip, [
            evaluateCommand(this.chipTitle(chip, isFine, networks), uri, { chip: chip.name }),
            { title: 'Compare…', command: 'pim.compareChips', arguments: [uri, chip.name] },
          ]),
        ),
    ];
  }

  private studyTitle(evaluation: ast.Evaluation, isFine: boolean): string {
    const study = isFine ? elaborateStudy(evaluation, this.elaborations) : undefined;
    const result = study && this.results.ofStudy(study);
    if (!study || !result) return evaluate;
    const alone = study.chips.length === 1 ? this.textsOf(study.chips[0]!.chip) : [];
    return [evaluate, ...alone, ...studyTexts(result)].join(separator);
  }

  private chipTitle(block: ast.Block, isFine: boolean, networks: readonly string[]): string {
    const chip = isFine ? this.elaborations.chip(block).chip : undefined;
    const texts = chip ? this.textsOf(chip) : [];
    return texts.length === 0
      ? `${evaluate} on ${listed(networks, 'and')}`
      : [evaluate, ...texts].join(separator);
  }

  private textsOf(chip: Chip): string[] {
    const result = this.results.ofChip(chip);
    return result ? chipTexts(result) : [];
  }
}

/** Errors of syntax are known at once, the others once the file has been checked. */
const hasErrors = ({ parseResult, diagnostics = [] }: LangiumDocument): boolean =>
  parseResult.parserErrors.length + parseResult.lexerErrors.length > 0 ||
  diagnostics.some(({ severity }) => severity === DiagnosticSeverity.Error);

const evaluate = '▶ Evaluate';
const separator = ' · ';

/** `2.50 to 2.89 TOPS/W`, `85.5 mm²`. */
function chipTexts({ efficiencies, areaM2 }: ChipResult): string[] {
  return [formatRange(efficiencies, 'efficiency'), formatAs(areaM2, 'area')];
}

/** `4.23× ISAACStyle in TOPS/W`, and how many expectations do not hold. */
function studyTexts({ ratios, failing }: StudyResult): string[] {
  const compared = ratios.map(({ average, against }) => `${formatNumber(average)}× ${against}`);
  return [
    ...(compared.length > 0 ? [`${compared.join(', ')} in TOPS/W`] : []),
    ...(failing > 0
      ? [`✕ ${failing} ${failing === 1 ? 'expectation does' : 'expectations do'} not hold`]
      : []),
  ];
}

type Command = NonNullable<CodeLens['command']>;

/** The command is the editor's: it brings the results beside the text. Its arguments are what `pim/evaluate` asks for. */
const evaluateCommand = (title: string, uri: string, target: object): Command => ({
  title,
  command: 'pim.evaluate',
  arguments: [uri, target],
});

function lenses(node: ast.Declaration, commands: readonly Command[]): CodeLens[] {
  const start = node.$cstNode?.range.start;
  return start ? commands.map(command => ({ range: { start, end: start }, command })) : [];
}
