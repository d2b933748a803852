import { type AstNodeDescription, DefaultIndexManager, type Stream, stream } from 'langium';

/** Looks up what some files define in these files only, and not by going through all there are. */
export class PimIndexManager extends DefaultIndexManager {
  override allElements(nodeType?: string, uris?: Set<string>): Stream<AstNodeDescription> {
    if (!uris) return super.allElements(nodeType);
    return stream(uris).flatMap(uri => this.getFileDescriptions(uri, nodeType));
  }
}
