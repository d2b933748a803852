import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer, or undefined where the server refuses it with a reason, which is an answer as well. */
export async function unlessRefused<Answer>(
  ask: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) return undefined;
    throw error;
  }
}
