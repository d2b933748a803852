import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, contextKeys, panelType } from '../../extension/host/commands.ts';
import { inlayHintKinds } from '../../language/lsp/inlay-hints/kinds.ts';
import { categories, chipColors } from '../../extension/views/categories.ts';
import { colorVariable } from '../../extension/views/theme.ts';

const root = join(import.meta.dirname, '..', '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(text('package.json'));
const { contributes } = manifest;
const host = readdirSync(join(root, 'extension/host'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => text(join('extension/host', path)))
  .join('\n');

type Triple = readonly [number, number, number];

/** How colours are seen, as matrices on linear RGB: Machado, Oliveira and Fernandes 2009, full severity. */
const sights: Readonly<Record<string, readonly Triple[]>> = {
  'full sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

interface Color {
  readonly id: string;
  readonly defaults: Readonly<Record<string, string>>;
}
const colors = contributes.colors as Color[];

describe('the manifest', () => {
  it('contributes exactly the commands the code registers', () => {
    const contributed = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(contributed.toSorted(), Object.values(commands).toSorted());
    for (const name of Object.keys(commands))
      assert.match(host, new RegExp(`registerCommand\\(\\s*commands\\.${name}\\b`), `${name} is registered`);
  });
  it('gives every command a category and every menu and key a known command', () => {
    for (const command of contributes.commands) assert.equal(command.category, 'PIM');
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings] as {
      command: string;
    }[];
    for (const { command } of used) assert.ok(Object.values(commands).includes(command as never), command);
  });
  it('reads only context keys the code sets', () => {
    const clauses = JSON.stringify([contributes.commands, contributes.menus, contributes.keybindings]);
    for (const key of clauses.match(/\bpim\.(?:evaluating|has\w+|results\w+)/g) ?? [])
      assert.ok(key === panelType || Object.values(contextKeys).includes(key as never), key);
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${panelType}`));
  });
  it('has the settings the code reads', () => {
    const settings = contributes.configuration.flatMap((group: { properties: object }) =>
      Object.keys(group.properties),
    );
    const hints = inlayHintKinds.map(({ name }) => `pim.inlayHints.${name}`);
    const others = ['pim.checks.severity', 'pim.evaluate.delay', 'pim.evaluate.onChange', 'pim.trace.server'];
    assert.deepEqual(settings.toSorted(), [...hints, ...others].toSorted());
  });
  it('runs in untrusted and virtual workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });
  it('supports the oldest VS Code that is tested, and is written for it', () => {
    const [, minor] = /oldest: \{\s+codeServer: '4\.(\d+)\./.exec(text('test/e2e/vscode-server.mjs'))!;
    assert.equal(manifest.engines.vscode, `^1.${minor}.0`);
    assert.equal(manifest.devDependencies['@types/vscode'], `1.${minor}.0`);
  });
  it('names only files that exist', () => {
    const media = contributes.walkthroughs[0].steps.map(
      (step: { media: { markdown: string } }) => step.media.markdown,
    );
    const { configuration, icon } = contributes.languages[0];
    for (const path of [manifest.icon, configuration, icon.light, icon.dark, ...media])
      assert.ok(existsSync(join(root, path)), path);
  });
});

describe('the colours of charts', () => {
  // The editor makes a variable of an id by replacing its first dot, and a style cannot name one with another dot in it.
  it('have ids with one dot', () => {
    for (const { id } of colors) assert.match(id, /^pim\.chart[A-Z]\w+$/);
  });
  it('are the same in a report of its own, light and dark', () => {
    const [light = '', dark = ''] = text('extension/views/style.css').split(
      '@media (prefers-color-scheme: dark)',
    );
    for (const { id, defaults } of colors) {
      const variable = colorVariable(id);
      assert.ok(light.includes(`${variable}: ${defaults['light']!.toLowerCase()};`), `light ${id}`);
      assert.ok(dark.includes(`${variable}: ${defaults['dark']!.toLowerCase()};`), `dark ${id}`);
    }
  });

  const backgrounds = {
    dark: '#1f1f1f',
    light: '#ffffff',
    highContrast: '#000000',
    highContrastLight: '#ffffff',
  };

  it('are contributed for every group of components and four chips', () => {
    const used = [...Object.values(categories).map(({ color }) => color), ...chipColors];
    assert.deepEqual(colors.map(({ id }) => id).toSorted(), used.toSorted());
  });
  for (const [theme, background] of Object.entries(backgrounds))
    it(`stand out from the background: ${theme}`, () => {
      for (const { id, defaults } of colors) {
        const ratio = contrast(defaults[theme]!, background);
        assert.ok(
          ratio >= (theme.startsWith('high') ? 4.5 : 3),
          `${id} ${defaults[theme]}: ${ratio.toFixed(2)}`,
        );
      }
    });
  // Chips are told apart across a chart, groups of components mostly by their labels.
  const families = {
    chips: { ids: /\.chartChip\d$/, least: 30 },
    groups: { ids: /\.chart(?!Chip)\w+$/, least: 18 },
  };
  for (const theme of Object.keys(backgrounds))
    for (const [sight, matrix] of Object.entries(sights))
      for (const [family, { ids, least }] of Object.entries(families))
        it(`of ${family} differ for every reader: ${theme}, ${sight}`, () => {
          const members = colors.filter(({ id }) => ids.test(id));
          const seen = members.map(({ defaults }) => lab(apply(matrix, linear(defaults[theme]!))));
          for (const [index, one] of seen.entries())
            for (const [further, other] of seen.slice(index + 1).entries()) {
              const distance = Math.hypot(...one.map((value, channel) => value - other[channel]!));
              const pair = `${members[index]!.id} and ${members[index + 1 + further]!.id}`;
              assert.ok(distance >= least, `${pair}: ΔE ${distance.toFixed(1)}`);
            }
        });
});

function linear(hex: string): Triple {
  const channel = (index: number) => {
    const value = Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(1), channel(2)];
}

// Contrast as WCAG 2 defines it.
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

function apply(matrix: readonly Triple[], [red, green, blue]: Triple): Triple {
  const row = (index: number) => {
    const [r, g, b] = matrix[index]!;
    return Math.min(1, Math.max(0, r * red + g * green + b * blue));
  };
  return [row(0), row(1), row(2)];
}

// CIELAB with the white of sRGB.
function lab([red, green, blue]: Triple): Triple {
  const f = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
