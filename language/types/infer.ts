import type { AstNode } from 'langium';
import { metrics, type MetricName } from '../../simulator/index.ts';
import {
  type Dimension,
  type DimensionName,
  describeDimension,
  dimensions,
  divide,
  findUnit,
  multiply,
  sameDimension,
} from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { functions, halve, suits } from './functions.ts';
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
        return this.name(expression);
      default:
        return error;
    }
  }

  declaration(node: ast.Parameter | ast.Constant): Type {
    if (ast.isParameter(node) && node.type && node.type in dimensions)
      return ofDimension(dimensions[node.type as DimensionName]);
    if (this.open.has(node)) return error;
    const known = this.known.get(node);
    if (known) return known;
    this.open.add(node);
    const type = new Inference(() => {}, this.open, this.known).of(node.value);
    this.open.delete(node);
    this.known.set(node, type);
    return type;
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
    if (ast.isNumberLiteral(node.right)) {
      const times = node.right.value;
      return ofDimension(base.map(each => each * times) as unknown as Dimension);
    }
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
    const types = node.arguments.map(argument => this.quantity(argument, `be given to \`${called.name}\``));
    const given = types.flatMap(type => (type.kind === 'quantity' ? [type.dimension] : []));
    if (given.length < types.length) return error;
    const wanted = called.parameters.length;
    if (given.length < wanted || (given.length > wanted && !called.variadic)) {
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
    if (called.rule === 'count') return ofDimension(plain);
    return ofDimension(called.rule === 'root' ? halve(given[0]!) : given[0]!);
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
