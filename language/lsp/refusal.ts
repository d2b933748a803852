/**
 * Why something that was asked for is not done, in words for the person who asked. How an editor hears of it is known in `main/`.
 */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(message: string, reason: RefusalReason) {
    super(message);
    this.reason = reason;
  }
}

/** `impossible` for what cannot be done; `outdated` for what was asked about a text that is no more. */
type RefusalReason = 'impossible' | 'outdated';
