import { element } from './element.ts';

/** A native drop-down with its label; the browser brings the keyboard along. */
export function select(
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLLabelElement {
  const control = element(
    'select',
    {},
    ...options.map(({ value, label: text }) =>
      element('option', { value, selected: value === chosen }, text),
    ),
  );
  control.addEventListener('change', () => onChange(control.value));
  return element('label', { class: 'choice' }, element('span', {}, label), control);
}
