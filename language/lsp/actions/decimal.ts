/** A number with finitely many decimal digits, exactly: `digits` × 10 to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Reads `1200`, `2.5`, `1e-12`; undefined for what is no number. */
export function decimal(text: string): Decimal | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, whole, fraction = '', exponent = '0'] = match;
  return { digits: BigInt(whole! + fraction), exponent: Number(exponent) - fraction.length };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  exponent: a.exponent + b.exponent,
});

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: atExponent(a, exponent) + atExponent(b, exponent), exponent };
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, digits: -b.digits });

/** The quotient where it has finitely many digits, and not too many of them. */
export function divided(a: Decimal, b: Decimal): Decimal | undefined {
  for (let shift = 0; shift <= mostDigits; shift++) {
    const dividend = a.digits * 10n ** BigInt(shift);
    if (dividend % b.digits === 0n)
      return { digits: dividend / b.digits, exponent: a.exponent - b.exponent - shift };
  }
  return undefined;
}

const mostDigits = 15;

/** Written without exponent, and without zeros at the end. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString();
  if (exponent >= 0) return sign + (all === '0' ? all : all + '0'.repeat(exponent));
  const padded = all.padStart(1 - exponent, '0');
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  return sign + padded.slice(0, exponent) + (fraction === '' ? '' : `.${fraction}`);
}

const atExponent = ({ digits, exponent }: Decimal, wanted: number): bigint =>
  digits * 10n ** BigInt(exponent - wanted);
