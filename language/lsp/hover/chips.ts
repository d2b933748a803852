import type { LangiumDocument } from 'langium';
import type { Chip } from '../../../simulator/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';

/** The chips of a file that are complete with their default parameters. */
export function chipsOf(document: LangiumDocument, elaborations: Elaborations): Chip[] {
  return (document.parseResult.value as ast.Document).declarations
    .filter(ast.isBlock)
    .filter(({ level, name }) => level === 'chip' && name)
    .flatMap(block => elaborations.chip(block).chip ?? []);
}
