import type { Action } from './action.ts';
import { addMissingProperties } from './add-missing-properties.ts';
import { convertImport } from './convert-import.ts';
import { convertUnit } from './convert-unit.ts';
import { createDefinition } from './create-definition.ts';
import { documentSource } from './document-source.ts';
import { extractBlock } from './extract-block.ts';
import { extractComponent } from './extract-component.ts';
import { extractConstant } from './extract-constant.ts';
import { fixAll } from './fix-all.ts';
import { importName } from './import-name.ts';
import { inlineBlock } from './inline-block.ts';
import { inlineConstant } from './inline-constant.ts';
import { makePrivate } from './make-private.ts';
import { organizeImports } from './organize-imports.ts';
import { quickFix } from './quick-fix.ts';
import { silence } from './silence.ts';
import { standardSpelling } from './standard-spelling.ts';

/** Everything the editor can do to a text, in the order of its menus. */
export const actions: readonly Action[] = [
  quickFix,
  addMissingProperties,
  importName,
  createDefinition,
  silence,
  extractComponent,
  extractBlock,
  extractConstant,
  inlineConstant,
  inlineBlock,
  convertUnit,
  standardSpelling,
  convertImport,
  documentSource,
  makePrivate,
  organizeImports,
  fixAll,
];
