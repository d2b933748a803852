/**
 * Replaces what is in a part of the page. The focus stays where it was: on the same control, or on the one that has taken its place,
 * so that whoever works by keyboard is not thrown back to the top with every update.
 */
export function keepingFocus(root: HTMLElement, replace: () => void): void {
  const focused = document.activeElement;
  const index = controlsIn(root).findIndex(control => control === focused);
  replace();
  if (index < 0 || document.activeElement === focused) return;
  const controls = controlsIn(root);
  (controls[index] ?? controls.at(-1))?.focus();
}

const controlsIn = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('button, summary, a, select, input'),
];
