import type { AstNode } from 'langium';
import { description, metrics, type MetricName } from '../../simulator/index.ts';
import {
  type Dimension,
  type DimensionName,
  describeDimension,
  dimensions,
  raiseDimension,
  divide,
  findUnit,
  multiply,
  sameDimension,
} from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { functions, type LanguageFunction, suits } from './functions.ts';
import { parametersOf } from './schema.ts';
import { describeType, type Type } from './type.ts';

/** What is wrong inside an expression. */
export interface TypeError {
  /** The rule of `check/` that speaks about it. */
  readonly code:
    | 'dimension-mismatch'
    | 'unknown-unit'
    | 'unknown-name'
    | 'unknown-function'
    | 'unknown-member'
    | 'cyclic-definition';
  /** A sentence, or the offending word where the rule itself writes the sentence. */
  readonly message: string;
  readonly node: AstNode;
  readonly property?: string;
}

export type ReportTypeError = (error: TypeError) => void;

/**
 * The type of an expression. Everything wrong inside it goes to `report`; what depends on it then has the type `error`
 * and is not complained about again.
 */
export function infer(expression: ast.Expression | undefined, report: ReportTypeError = () => {}): Type {
  return new Inference(report, new Set()).of(expression);
}

/** The declared or derived type of a parameter or constant. */
export function typeOfDeclaration(node: ast.Parameter | ast.Constant): Type {
  return new Inference(() => {}, new Set()).declaration(node);
}

/** The type that the declaration of a parameter names: what a number measures, or a kind of component. */
export function namedType(name: string): Type | undefined {
  if (Object.hasOwn(dimensions, name)) return ofDimension(dimensions[name as DimensionName]);
  return description.components.has(name) ? { kind: 'componentOf', componentKind: name } : undefined;
}

/** The words a parameter may stand for: those of its list, where nothing of their names is defined. */
export function wordsOf({ domain }: ast.Parameter): readonly string[] | undefined {
  if (!ast.isList(domain) || domain.items.length === 0) return undefined;
  const words = domain.items.map(item =>
    ast.isNameReference(item) && !item.target.ref && !item.member ? item.target.$refText : undefined,
  );
  return words.every(word => word !== undefined) ? words : undefined;
}

const itemType = (type: Type): Type => (type.kind === 'list' ? type.of : type);

function sameType(a: Type, b: Type): boolean {
  return a.kind === 'quantity' && b.kind === 'quantity'
    ? sameDimension(a.dimension, b.dimension)
    : a.kind === b.kind && a.kind !== 'error';
}

const error: Type = { kind: 'error' };
const ofDimension = (dimension: Dimension): Type => ({ kind: 'quantity', dimension });
const plain = dimensions.count;

class Inference {
  private readonly report: ReportTypeError;
  /** Constants and parameters on the way here, to find circles. */
  private readonly open: Set<AstNode>;
  /** Types of constants and parameters met on the way, so that each is inferred once. */
  private readonly known: Map<AstNode, Type>;

  constructor(report: ReportTypeError, open: Set<AstNode>, known = new Map<AstNode, Type>()) {
    this.report = report;
    this.open = open;
    this.known = known;
  }

  private tell(code: TypeError['code'], message: string, node: AstNode, property?: string): void {
    this.report({ code, message, node, ...(property === undefined ? {} : { property }) });
  }

  of(expression: ast.Expression | undefined): Type {
    switch (expression?.$type) {
      case 'NumberLiteral':
        return this.number(expression);
      case 'StringLiteral':
        return { kind: 'text' };
      case 'Negation':
        return this.quantity(expression.operand, 'be negated');
      case 'Binary':
        return this.binary(expression);
      case 'Call':
        return this.call(expression);
      case 'NameReference':
        return this.item(expression, this.name(expression));
      case 'List':
        return this.list(expression);
      case 'Range':
        return this.range(expression);
      default:
        return error;
    }
  }

  declaration(node: ast.Parameter | ast.Constant): Type {
    const named = ast.isParameter(node) && node.type ? namedType(node.type) : undefined;
    if (named) return named;
    const words = ast.isParameter(node) ? wordsOf(node) : undefined;
    if (words) return { kind: 'choice', words };
    if (this.open.has(node)) return error;
    const known = this.known.get(node);
    if (known) return known;
    this.open.add(node);
    const inner = new Inference(() => {}, this.open, this.known);
    // A parameter that must be given is what its range is made of.
    const type =
      node.value || !ast.isParameter(node) ? inner.of(node.value) : itemType(inner.of(node.domain));
    this.open.delete(node);
    this.known.set(node, type);
    return type;
  }

  /** The type of one value of a list, where an index names one. */
  private item(node: ast.NameReference, type: Type): Type {
    if (!node.index) return type;
    const index = this.quantity(node.index, 'count the values of a list');
    if (index.kind === 'quantity' && !sameDimension(index.dimension, plain))
      this.tell(
        'dimension-mismatch',
        `an index must be a plain number, counted from 0; this is ${describeType(index)}`,
        node.index,
      );
    if (type.kind === 'list') return type.of;
    if (type.kind === 'word') this.tell('unknown-name', type.word, node, 'target');
    else if (type.kind !== 'error')
      this.tell(
        'dimension-mismatch',
        `only a list has values to choose from; \`${node.target.$refText}\` is ${describeType(type)}`,
        node,
      );
    return error;
  }

  /** All values of a list are of one type. */
  private list(node: ast.List): Type {
    const types = node.items.map(item => {
      const type = this.of(item);
      return ast.isRange(item) ? itemType(type) : type;
    });
    const [first = ofDimension(plain)] = types;
    const other = types.findIndex(type => !sameType(type, first));
    if (other < 0) return { kind: 'list', of: first };
    if (types.every(({ kind }) => kind !== 'error'))
      this.tell(
        'dimension-mismatch',
        `the values of a list are all alike; this is ${describeType(types[other]!)}, the first is ${describeType(first)}`,
        node.items[other]!,
      );
    return error;
  }

  private range(node: ast.Range): Type {
    const [from, to] = [this.quantity(node.from, 'begin a range'), this.quantity(node.to, 'end a range')];
    const step = node.step && this.quantity(node.step, 'be a step');
    if (from.kind !== 'quantity') return error;
    for (const [type, at] of [
      [to, node.to],
      [step, node.step],
    ] as const)
      if (type?.kind === 'quantity' && !sameDimension(type.dimension, from.dimension)) {
        // Each bound of a parameter is held against the type the parameter declares.
        if (ast.isParameter(node.$container) && node.$container.type) return error;
        this.tell(
          'dimension-mismatch',
          `a range that begins with ${describeType(from)} cannot go on with ${describeType(type)}`,
          at!,
        );
        return error;
      }
    return { kind: 'list', of: from };
  }

  private number(literal: ast.NumberLiteral): Type {
    if (!literal.unit) return ofDimension(plain);
    const unit = findUnit(literal.unit);
    // The sentence with the nearest unit is written by the check.
    if (!unit) this.tell('unknown-unit', literal.unit, literal, 'unit');
    return unit ? ofDimension(unit.dimension) : error;
  }

  /** The type of an operand that must be a quantity. */
  private quantity(expression: ast.Expression | undefined, toDo: string): Type {
    const type = this.of(expression);
    if (type.kind === 'quantity' || type.kind === 'error') return type;
    if (type.kind === 'word') this.tell('unknown-name', type.word, expression!);
    else this.tell('dimension-mismatch', `${describeType(type)} cannot ${toDo}`, expression!);
    return error;
  }

  private binary(node: ast.Binary): Type {
    const left = this.quantity(node.left, 'be calculated with');
    const right = this.quantity(node.right, 'be calculated with');
    if (left.kind !== 'quantity' || right.kind !== 'quantity') return error;
    const a = { value: 1, dimension: left.dimension };
    const b = { value: 1, dimension: right.dimension };
    switch (node.operator) {
      case '×':
      case '*':
        return ofDimension(multiply(a, b).dimension);
      case '/':
        return ofDimension(divide(a, b).dimension);
      case '^':
        return this.power(node, left.dimension, right.dimension);
      case '+':
      case '-':
        return this.sum(node, left.dimension, right.dimension);
    }
  }

  private sum(node: ast.Binary, left: Dimension, right: Dimension): Type {
    if (sameDimension(left, right)) return ofDimension(left);
    const [verb, to] = node.operator === '+' ? ['add', 'to'] : ['subtract', 'from'];
    const [first, second] = node.operator === '+' ? [left, right] : [right, left];
    this.tell(
      'dimension-mismatch',
      `cannot ${verb} ${describeDimension(first)} ${to} ${describeDimension(second)}`,
      node,
    );
    return error;
  }

  private power(node: ast.Binary, base: Dimension, exponent: Dimension): Type {
    if (!sameDimension(exponent, plain)) {
      this.tell(
        'dimension-mismatch',
        `an exponent must be a plain number, this is ${describeDimension(exponent)}`,
        node.right,
      );
      return error;
    }
    if (sameDimension(base, plain)) return ofDimension(plain);
    if (ast.isNumberLiteral(node.right)) return ofDimension(raiseDimension(base, node.right.value));
    this.tell(
      'dimension-mismatch',
      `${describeDimension(base)} can only be raised to a number written out`,
      node.right,
    );
    return error;
  }

  private call(node: ast.Call): Type {
    const called = functions.get(node.function);
    if (!called) {
      this.tell('unknown-function', node.function, node, 'function');
      return error;
    }
    const types = node.arguments.map(argument => this.argument(argument, called));
    const given = types.flatMap(type => (type.kind === 'quantity' ? [type.dimension] : []));
    if (given.length < types.length) return error;
    const wanted = called.parameters.length;
    const takesAny = called.variadic && given.length > 0;
    if (!takesAny && given.length !== wanted) {
      this.tell(
        'dimension-mismatch',
        `\`${called.name}\` takes ${wanted} ${wanted === 1 ? 'argument' : 'arguments'}, not ${given.length}`,
        node,
      );
      return error;
    }
    if (!suits(called, given)) {
      const expected = called.rule === 'count' ? 'plain numbers' : 'quantities of one kind';
      this.tell(
        'dimension-mismatch',
        `\`${called.name}\` takes ${expected}, not ${given.map(describeDimension).join(' and ')}`,
        node,
      );
      return error;
    }
    if (called.rule === 'count' || called.rule === 'length') return ofDimension(plain);
    return ofDimension(called.rule === 'root' ? raiseDimension(given[0]!, 1 / 2) : given[0]!);
  }

  /** An argument of a function: a quantity, or a list of them where the function takes any number. */
  private argument(node: ast.Expression, { name, variadic }: LanguageFunction): Type {
    const isList = ast.isList(node) || ast.isRange(node) || ast.isNameReference(node);
    const type = variadic && isList ? this.of(node) : undefined;
    if (type?.kind === 'list' && type.of.kind === 'quantity') return type.of;
    return type?.kind === 'quantity' || type?.kind === 'error'
      ? type
      : this.quantity(node, `be given to \`${name}\``);
  }

  private name(node: ast.NameReference): Type {
    const target = node.target.ref;
    if (!target) return node.member ? this.unknown(node) : { kind: 'word', word: node.target.$refText };
    switch (target.$type) {
      case 'Parameter':
      case 'Constant':
        return this.declared(node, target);
      case 'Component':
        return node.member ? this.componentMember(node, target) : { kind: 'component', component: target };
      case 'Block':
        return node.member ? this.metric(node) : { kind: 'block', block: target };
    }
  }

  private unknown(node: ast.NameReference): Type {
    this.tell('unknown-name', node.target.$refText, node, 'target');
    return error;
  }

  private declared(node: ast.NameReference, target: ast.Parameter | ast.Constant): Type {
    if (!this.open.has(target)) return this.declaration(target);
    this.tell(
      'cyclic-definition',
      `${target.name} is defined by way of itself; somewhere on the way a number must stand`,
      node,
    );
    return error;
  }

  private componentMember(node: ast.NameReference, component: ast.Component): Type {
    const parameter = parametersOf(component)?.[node.member!];
    if (parameter && 'dimension' in parameter.type) return ofDimension(dimensions[parameter.type.dimension]);
    this.tell('unknown-member', node.member!, node, 'member');
    return error;
  }

  private metric(node: ast.NameReference): Type {
    const metric = metrics[node.member as MetricName] as (typeof metrics)[MetricName] | undefined;
    if (metric) return ofDimension(dimensions[metric.dimension]);
    this.tell('unknown-member', node.member!, node, 'member');
    return error;
  }
}
