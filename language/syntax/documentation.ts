import { type AstNode, type CstNode, CstUtils } from 'langium';

/** A doc comment taken apart. Paragraphs may begin with `Source:`, `Derived:` or `Assumption:`. */
export interface Documentation {
  /** What it is, in the writer's words. */
  readonly summary: string;
  /** Where numbers were published. */
  readonly sources: readonly string[];
  /** How numbers follow from published ones. */
  readonly derived: readonly string[];
  readonly assumptions: readonly string[];
}

/** The doc comment before a node, or undefined. */
export function documentationOf(node: AstNode): Documentation | undefined {
  const comment = docCommentOf(node)?.text;
  return comment === undefined ? undefined : parseDocumentation(comment);
}

/** The doc comment before a node as it stands in the text; line comments may stand between them. */
export function docCommentOf({ $cstNode }: AstNode): CstNode | undefined {
  let comment = $cstNode && CstUtils.getPreviousNode($cstNode, true);
  while (comment?.hidden && comment.text.startsWith('//')) comment = CstUtils.getPreviousNode(comment, true);
  return comment?.hidden && comment.text.startsWith('/**') ? comment : undefined;
}

export function parseDocumentation(comment: string): Documentation {
  const summary: string[] = [];
  const tagged: Record<Tag, string[]> = { source: [], derived: [], assumption: [] };
  let current = summary;
  for (const line of linesOf(comment)) {
    const tag = /^(Source|Derived|Assumption):\s*(.*)$/.exec(line);
    if (tag) {
      current = tagged[tag[1]!.toLowerCase() as Tag];
      current.push(tag[2]!);
    } else if (current === summary) summary.push(line);
    else current[current.length - 1] += ` ${line}`;
  }
  const { source, derived, assumption } = tagged;
  return {
    summary: summary.join('\n').trim(),
    sources: source.map(finish),
    derived: derived.map(finish),
    assumptions: assumption.map(finish),
  };
}

type Tag = 'source' | 'derived' | 'assumption';

function linesOf(comment: string): string[] {
  return comment
    .slice(3, -2)
    .split('\n')
    .map(line => line.replace(/^\s*\*?/, '').trim());
}

const finish = (text: string) => text.trim().replace(/\.$/, '');
