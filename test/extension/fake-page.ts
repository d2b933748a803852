/**
 * As much of a browser's page as the parts around the charts touch: elements with attributes, children and listeners, and a focus.
 * Importing this file makes `document` be there.
 */
class FakeElement {
  readonly tag: string;
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> = {};
  private readonly listeners = new Map<string, ((event: unknown) => void)[]>();
  nodes: (FakeElement | string)[] = [];
  parent: FakeElement | undefined;
  value = '';
  constructor(tag: string) {
    this.tag = tag;
  }
  readonly classList = {
    toggle: (name: string, wanted: boolean) => {
      const names = new Set(this.className.split(' ').filter(Boolean));
      if (wanted) names.add(name);
      else names.delete(name);
      this.className = [...names].join(' ');
    },
    contains: (name: string) => this.className.split(' ').includes(name),
  };
  get className() {
    return this.attributes.get('class') ?? '';
  }
  set className(names: string) {
    this.attributes.set('class', names);
  }
  get hidden() {
    return this.attributes.has('hidden');
  }
  set hidden(hidden: boolean) {
    if (hidden) this.attributes.set('hidden', '');
    else this.attributes.delete('hidden');
  }
  get children() {
    return this.nodes.filter(node => node instanceof FakeElement);
  }
  get childElementCount() {
    return this.children.length;
  }
  get textContent(): string {
    return this.nodes.map(node => (node instanceof FakeElement ? node.textContent : node)).join('');
  }
  set textContent(text: string) {
    this.replaceChildren(text);
  }
  setAttribute = (name: string, value: string) => void this.attributes.set(name, value);
  getAttribute = (name: string) => this.attributes.get(name) ?? null;
  removeAttribute = (name: string) => void this.attributes.delete(name);
  append(...nodes: (FakeElement | string)[]) {
    for (const node of nodes) {
      if (node instanceof FakeElement) node.parent = this;
      this.nodes.push(node);
    }
  }
  replaceChildren(...nodes: (FakeElement | string)[]) {
    // What is taken off the page loses the focus.
    if (fakePage.activeElement && this.children.some(child => child.contains(fakePage.activeElement)))
      fakePage.activeElement = undefined;
    this.nodes = [];
    this.append(...nodes);
  }
  contains(other: FakeElement | undefined): boolean {
    return other === this || this.children.some(child => child.contains(other));
  }
  /** By names of tags, several with commas between them, or with a class behind a dot. */
  querySelectorAll(selector: string): FakeElement[] {
    const fits = (one: FakeElement) =>
      selector.split(', ').some(each => {
        const [tag, name] = each.split('.');
        return (!tag || one.tag === tag) && (!name || one.classList.contains(name));
      });
    return this.children.flatMap(child => [
      ...(fits(child) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }
  querySelector = (selector: string) => this.querySelectorAll(selector)[0] ?? null;
  addEventListener(type: string, listener: (event: unknown) => void) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  fire(type: string, event: unknown = {}) {
    for (const listener of this.listeners.get(type) ?? []) listener(event);
  }
  focus() {
    fakePage.activeElement = this;
  }
}

export type { FakeElement };

/** The page: what is on it, and where the focus is. */
export const fakePage = {
  activeElement: undefined as FakeElement | undefined,
  documentElement: new FakeElement('html'),
  body: new FakeElement('body'),
  createElement: (tag: string) => new FakeElement(tag),
};

/** An element of the page, as a test sees it. */
export const seen = (element: HTMLElement): FakeElement => element as unknown as FakeElement;

/** The button with these words. */
export function buttonIn(element: HTMLElement, words: string): FakeElement {
  const found = seen(element)
    .querySelectorAll('button')
    .find(({ textContent }) => textContent === words);
  if (!found) throw new Error(`There is no button “${words}”.`);
  return found;
}

Object.assign(globalThis, { document: fakePage });
