import { Refusal } from '../../language/lsp/refusal.ts';

/** The answer, or undefined where the server refuses it with a reason, which is an answer as well. */
export async function unlessRefused<Answer>(
  ask: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
