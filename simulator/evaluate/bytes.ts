/** Whole bytes of `values` packed values of `bits` bits each. */
export const bytes = (values: number, bits: number): number => Math.ceil((values * bits) / 8);
