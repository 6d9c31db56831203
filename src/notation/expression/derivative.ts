import { realFunctions } from './functions.js';
import { simplify } from './simplify.js';
import {
  call,
  dependsOn,
  ExpressionError,
  namesIn,
  negative,
  number,
  operation,
  type Expression,
} from './tree.js';

/** Ways of differentiating wrongly, as people do. */
export interface DerivativeMistakes {
  /** The chain rule without the derivative of the inside. */
  readonly dropInner?: boolean;
  /** A factor or divisor that holds no name is left out. */
  readonly dropConstantFactor?: boolean;
  /** The exponent becomes one less, but does not come in front. */
  readonly dropExponent?: boolean;
  /** The slopes of sine and cosine with the other's sign. */
  readonly turnTrigonometricSign?: boolean;
}

const trigonometric: ReadonlySet<string> = new Set(['sin', 'cos']);

const zero = number(0);
const one = number(1);
const isConstant = (tree: Expression): boolean => namesIn(tree).length === 0;

/** The partial derivative by one name, simplified; `step`, `sign` and rounding count as flat everywhere. */
export function derivative(tree: Expression, by: string, mistakes: DerivativeMistakes = {}): Expression {
  const slope = (part: Expression): Expression => {
    if (!dependsOn(part, by)) return zero;
    switch (part.kind) {
      case 'name':
        return one;
      case 'unary':
        return part.operator === '-' ? negative(slope(part.of)) : zero;
      case 'operation':
        return operationSlope(part);
      case 'call':
        return callSlope(part.function, part.inputs);
      default:
        return zero;
    }
  };

  /** The derivative of an inside, which some lose unless it is the variable itself; no other mistake is made there. */
  const inner = (part: Expression): Expression =>
    mistakes.dropInner && part.kind !== 'name' && dependsOn(part, by) ? one : derivative(part, by);

  const operationSlope = ({
    operator,
    left,
    right,
  }: Extract<Expression, { kind: 'operation' }>): Expression => {
    switch (operator) {
      case '+':
      case '-':
        return operation(slope(left), operator, slope(right));
      case '*':
        if (mistakes.dropConstantFactor && isConstant(left)) return slope(right);
        if (mistakes.dropConstantFactor && isConstant(right)) return slope(left);
        return operation(operation(slope(left), '*', right), '+', operation(left, '*', slope(right)));
      case '/':
        return quotientSlope(left, right);
      case '^':
        return powerSlope(left, right);
      default:
        return zero;
    }
  };

  const quotientSlope = (left: Expression, right: Expression): Expression => {
    if (!dependsOn(right, by))
      return mistakes.dropConstantFactor && isConstant(right)
        ? slope(left)
        : operation(slope(left), '/', right);
    const top = operation(operation(slope(left), '*', right), '-', operation(left, '*', slope(right)));
    return operation(top, '/', operation(right, '^', number(2)));
  };

  const powerSlope = (base: Expression, exponent: Expression): Expression => {
    const power = operation(base, '^', exponent);
    if (!dependsOn(exponent, by)) {
      const lower = operation(base, '^', operation(exponent, '-', one));
      const factor = mistakes.dropExponent ? one : exponent;
      return operation(operation(factor, '*', lower), '*', inner(base));
    }
    const growth = operation(inner(exponent), '*', call('log', base));
    if (!dependsOn(base, by)) return operation(growth, '*', power);
    return operation(
      power,
      '*',
      operation(growth, '+', operation(operation(exponent, '*', slope(base)), '/', base)),
    );
  };

  const callSlope = (called: string, inputs: readonly Expression[]): Expression => {
    const [first, ...rest] = inputs as [Expression, ...Expression[]];
    if (called === 'if') return call('if', first, slope(inputs[1]!), slope(inputs[2]!));
    if (called === 'max' || called === 'min') {
      if (rest.length === 0) return slope(first);
      const others = rest.length === 1 ? rest[0]! : call(called, ...rest);
      const holds = operation(first, called === 'max' ? '>=' : '<=', others);
      return call('if', holds, slope(first), rest.length === 1 ? slope(rest[0]!) : callSlope(called, rest));
    }
    const known = realFunctions.get(called)?.slope;
    if (!known) throw new ExpressionError(`${called} has no derivative here`);
    const own = known(first);
    const isTurned = mistakes.turnTrigonometricSign && trigonometric.has(called);
    return operation(inner(first), '*', isTurned ? negative(own) : own);
  };

  return simplify(slope(tree));
}
