import type { InlayHint } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { parameterOfArgument } from '../../syntax/arguments.ts';
import { declaredText } from '../hover/value.ts';
import { type InlayHintKind, nameBefore } from './kind.ts';

export const argumentNames: InlayHintKind = {
  name: 'argumentNames',
  isOnByDefault: true,
  doc: 'Names of arguments that are given by their position. Accepting one writes it.',
  nodes: { Argument: argumentHint },
};

function argumentHint(argument: ast.Argument): readonly InlayHint[] {
  const value = argument.value?.$cstNode;
  const parameter = argument.parameter ? undefined : parameterOfArgument(argument);
  // A name of the same name says what it is for.
  if (!value || !parameter?.name || value.text === parameter.name) return [];
  return [nameBefore(value, parameter.name, parameter, declaredText(parameter))];
}
