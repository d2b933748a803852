import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Refusal } from '../lsp/refusal.ts';

/** Answers requests as `answer` does; a refusal becomes the error that editors show to the person who asked. */
export function tellingRefusals<Params, Result>(
  answer: (params: Params, token: CancellationToken) => Result | PromiseLike<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      return await answer(params, token);
    } catch (error) {
      throw error instanceof Refusal ? new ResponseError(codes[error.reason], error.message) : error;
    }
  };
}

const codes: Readonly<Record<Refusal['reason'], number>> = {
  impossible: LSPErrorCodes.RequestFailed,
  outdated: LSPErrorCodes.ContentModified,
};
