/** An element with attributes and children; an attribute set to `false` or `undefined` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const result = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      result.setAttribute(name, value === true ? '' : String(value));
  result.append(...children);
  return result;
}

/** A button that does one thing. */
export function button(label: string, onClick: () => void, className = 'quiet'): HTMLButtonElement {
  const result = element('button', { type: 'button', class: className }, label);
  result.addEventListener('click', onClick);
  return result;
}
