import {
  type Chip,
  type Evaluation,
  evaluate,
  type PlaceOptions,
  type WindowBuffer,
  windowBuffers,
  type Workload,
} from '../../simulator/index.ts';

/** What a chip comes to on a workload. Origins in it may be those of an earlier text; names, numbers and the order of layers hold. */
export interface Outcome {
  readonly evaluation: Omit<Evaluation, 'study'>;
  readonly windows: readonly WindowBuffer[];
}

/**
 * Evaluates what rules about results, hints and hovers ask for. They do on every keystroke and few keystrokes change a chip,
 * so outcomes are kept by what a chip and a workload say, not by where they stand: an edit elsewhere evaluates nothing.
 */
export class Outcomes {
  /** By chip and how it is filled, then by workload. */
  private readonly kept = new Map<string, Map<string, Outcome>>();
  private readonly contents = new WeakMap<Chip | Workload, string>();

  of(chip: Chip, workload: Workload, placing: PlaceOptions): Outcome {
    const ofChip = this.ofChip(`${JSON.stringify(placing)}\n${this.contentOf(chip)}`);
    const content = this.contentOf(workload);
    const outcome = ofChip.get(content) ?? {
      evaluation: evaluate(chip, workload, placing),
      windows: windowBuffers(chip, workload, placing),
    };
    ofChip.set(content, outcome);
    return outcome;
  }

  /** What was asked for last goes to the end, and the oldest falls out. */
  private ofChip(key: string): Map<string, Outcome> {
    const ofChip = this.kept.get(key) ?? new Map<string, Outcome>();
    this.kept.delete(key);
    this.kept.set(key, ofChip);
    if (this.kept.size > chipsKept) this.kept.delete(this.kept.keys().next().value!);
    return ofChip;
  }

  private contentOf(model: Chip | Workload): string {
    const known = this.contents.get(model);
    if (known !== undefined) return known;
    const content = JSON.stringify(model, (key, value: unknown) => (key === 'origin' ? undefined : value));
    this.contents.set(model, content);
    return content;
  }
}

/** More than the evaluations of the files one has open compare. */
const chipsKept = 50;
