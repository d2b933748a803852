/** A snippet accepted and left as it is: every place holds its default, or the first of its choices. */
export function expanded(snippet: string): string {
  const defaults = new Map<string, string>();
  const filled = snippet.replaceAll(
    /\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|([^|]*)\|\}/g,
    (_, place: string, text: string, choice: string, words: string) => {
      const value = text === undefined ? words.split(',')[0]! : text.replaceAll(/\\([\\$}])/g, '$1');
      defaults.set(place ?? choice, value);
      return value;
    },
  );
  return filled
    .replaceAll(/(?<!\\)\$(\d+)/g, (_, place: string) => defaults.get(place) ?? '')
    .replaceAll(/\\([\\$}])/g, '$1');
}
