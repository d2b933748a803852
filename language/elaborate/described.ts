import type { AstNode } from 'langium';
import type { Parameters } from '../../simulator/units/index.ts';
import type { Component } from '../../simulator/index.ts';
import type * as ast from '../generated/ast.ts';

/** One block, component or group with what was said about it: what the checks on values look at. */
export interface Described {
  /** What it is called in messages: `ADC`, `the crossbar`. */
  readonly subject: string;
  /** Where to point when something is missing. */
  readonly node: AstNode;
  readonly parameters: Parameters;
  readonly given: ReadonlyMap<string, Given>;
  /** What a component came to. */
  readonly component?: Component;
}

export interface Given {
  /** What states it; of a layer in a chain, `relu` or `maxpool 2`, also the step with its number. */
  readonly property: ast.Property | ast.Step;
  /** In SI base units; a word; sizes; or undefined when the text is wrong and said to be so. */
  readonly value: number | string | readonly number[] | ast.Component | undefined;
}
