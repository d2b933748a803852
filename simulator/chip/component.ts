/**
 * A component of a chip with the values of its parameters.
 *
 * Which parameters exist, what they measure and what they cost is said by the component's kind in
 * `components/catalogue.ts`; here they are only numbers in SI base units.
 */
export interface Component {
  readonly name: string;
  /** Key of the catalogue: `adc`, `dac`, `sample-hold`, … */
  readonly kind: string;
  readonly origin: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Technology node in metres at which the parameters hold; the chip's own node unless the text says otherwise. */
  readonly nodeM: number;
  /** How they are brought to the chip's node where that is another; `constant-voltage` unless the text says otherwise. */
  readonly scaling?: Scaling;
}

export type Scaling = 'constant-voltage' | 'constant-field' | 'none';
