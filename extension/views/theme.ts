import type { Category } from '../../simulator/index.ts';
import { categories, chipColors } from './categories.ts';

/** What a chart takes from the editor's theme: plain values, so that a configuration can be made without a page. */
export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly background: string;
  readonly grid: string;
  readonly focus: string;
  /** Outline around every mark; only high contrast themes have one. */
  readonly outline?: string;
  readonly fontFamily: string;
  /** Pixels. */
  readonly fontSize: number;
  readonly categories: Readonly<Record<Category, string>>;
  readonly chips: readonly string[];
  /** Whether movement is welcome. */
  readonly animate: boolean;
}

/** The theme as the page has it now. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const variable = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const color = (id: string) => variable(colorVariable(id), variable('--vscode-charts-blue', '#0072b2'));
  const foreground = variable('--vscode-foreground', '#444');
  const outline = variable('--vscode-contrastBorder', '');
  return {
    foreground,
    muted: variable('--vscode-descriptionForeground', foreground),
    background: variable('--vscode-editor-background', '#fff'),
    grid: variable('--pim-grid', '#8884'),
    focus: variable('--vscode-focusBorder', '#0078d4'),
    ...(outline === '' ? {} : { outline }),
    fontFamily: variable('--vscode-font-family', 'sans-serif'),
    fontSize: Number.parseFloat(variable('--vscode-font-size', '13px')) - 1,
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, look]) => [name, color(look.color)]),
    ) as Record<Category, string>,
    chips: chipColors.map(color),
    animate: motionWelcome(),
  };
}

/** Calls back whenever the editor changes its theme, or the system its scheme, contrast or wish for calm. */
export function onThemeChange(redraw: () => void): void {
  let asked = false;
  // A theme arrives in several changes, and one drawing is enough for them.
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      redraw();
    });
  };
  new MutationObserver(soon).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
  // Colours that a person sets by hand, and fonts, change without a change of theme.
  new MutationObserver(soon).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style'],
  });
  for (const query of systemWishes) matchMedia(query).addEventListener('change', soon);
}

const systemWishes = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
  '(prefers-reduced-motion: reduce)',
];

/** The CSS variable under which the editor hands over a contributed colour. */
export const colorVariable = (id: string): string => `--vscode-${id.replaceAll('.', '-')}`;

const motionWelcome = (): boolean =>
  !document.body.classList.contains('vscode-reduce-motion') &&
  !matchMedia('(prefers-reduced-motion: reduce)').matches;
