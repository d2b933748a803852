import type { Choices } from './choices.ts';

/** What a page can ask of whoever shows it. Outside an editor only copying is there, and links are left out. */
export interface Actions {
  /** Go to where a number comes from. */
  readonly reveal?: (origin: string) => void;
  /** Go to a problem. */
  readonly open?: (uri: string, line: number) => void;
  readonly evaluate?: () => void;
  /** Choose chips and workloads to compare. */
  readonly compare?: () => void;
  /** Write the question that is answered into the text, where it was asked without one. */
  readonly insert?: () => void;
  readonly cancel?: () => void;
  /** Restart the language server, and evaluate again. */
  readonly restart?: () => void;
  /** Show what the language server says. */
  readonly output?: () => void;
  /** Give the focus back to the editor. */
  readonly leave?: () => void;
  /** The one number that matters has changed. */
  readonly headline?: (text: string, detail: string) => void;
  /** The reader chose what to look at; keep it across a reload. */
  readonly remember?: (choices: Choices) => void;
  readonly copy: (text: string) => void;
  readonly savePicture: (name: string, data: string) => void;
}
