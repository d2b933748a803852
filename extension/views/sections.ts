import type { Report } from '../../simulator/index.ts';
import type { Actions } from './actions.ts';
import { basisElement } from './basis.ts';
import { chartGroup } from './chart-group.ts';
import type { Choices } from './choices.ts';
import { claims, expectations } from './claims.ts';
import { element } from './element.ts';
import { energyBreakdown } from './energy-breakdown.ts';
import type { Figure } from './figure.ts';
import { layers } from './layers.ts';
import { metrics } from './metrics.ts';
import { treeQuantities } from './parts.ts';
import { type Section, section } from './section.ts';
import { select } from './select.ts';
import type { Summary } from './summary.ts';
import { createTable, type TableBlock } from './table.ts';
import type { Table } from './table-text.ts';
import type { Theme } from './theme.ts';
import { throughput } from './throughput.ts';
import { verdictElement, warningElement } from './verdict.ts';

type Choose = (choice: Partial<Choices>) => void;

/** The sections of a result, made once and filled again for each report. */
export function createSections(actions: Actions) {
  const verdict = element('header', {});
  const keyNumbers = createTable(actions);
  const comparison = chartGroup(actions);
  const metric = chartGroup(actions);
  const breakdown = chartGroup(actions);
  const layerTable = createTable(actions);
  const claimTable = createTable(actions);
  const expectationTable = createTable(actions);
  const at = {
    comparison: section('comparison', 'Comparison', comparison.element),
    metric: section('metric', 'Network by network', metric.element),
    breakdown: section('breakdown', 'Where it goes', breakdown.element),
    layers: section('layers', 'Layers', layerTable.element),
    claims: section('claims', 'Claims', claimTable.element),
    expectations: section('expectations', 'Expectations', expectationTable.element),
    basis: section('basis', 'Assumptions and sources', element('div', {})),
  };
  const head = element('section', { class: 'head' }, verdict, keyNumbers.element);
  const root = element('main', {}, head, ...Object.values(at).map(one => one.element));
  return {
    root,
    summary({ verdicts, warning, table }: Summary) {
      verdict.replaceChildren(...verdicts.map(verdictElement), ...(warning ? [warningElement(warning)] : []));
      keyNumbers.update(table);
    },
    comparison(figures: readonly Figure[], theme: Theme) {
      at.comparison.element.hidden = figures.length === 0;
      comparison.update(figures, theme);
    },
    metric(report: Report, theme: Theme, chosen: Choices, choose: Choose) {
      const options = Object.entries(metrics).map(([value, { label }]) => ({ value, label }));
      const picker = select('Metric', options, chosen.metric, value =>
        choose({ metric: value as Choices['metric'] }),
      );
      at.metric.tools([picker]);
      metric.update([throughput(report, theme, chosen.metric)], theme);
    },
    breakdown(report: Report, theme: Theme, chosen: Choices, choose: Choose) {
      const quantities = Object.entries(treeQuantities).map(([value, { label }]) => ({ value, label }));
      at.breakdown.tools([
        select('Quantity', quantities, chosen.quantity, value =>
          choose({ quantity: value as Choices['quantity'] }),
        ),
        ...workloadPicker(report, chosen, choose),
      ]);
      breakdown.update(energyBreakdown(report, theme, chosen.workload, chosen.quantity), theme);
    },
    layers(report: Report, chosen: Choices, choose: Choose) {
      const found = report.evaluations.find(
        ({ chip, workload }) => chip === chosen.chip && workload === chosen.workload,
      );
      at.layers.element.hidden = !found;
      if (!found) return;
      const view = layers(found);
      at.layers.words(view.title, view.subtitle);
      at.layers.tools([...chipPicker(report, chosen, choose), ...workloadPicker(report, chosen, choose)]);
      layerTable.update(view.table);
    },
    statements(report: Report) {
      fill(at.claims, claimTable, claims(report));
      fill(at.expectations, expectationTable, expectations(report));
    },
    basis(report: Report) {
      at.basis.body.replaceChildren(basisElement(report, actions));
    },
  };
}

function fill(at: Section, block: TableBlock, view: { title: string; table: Table } | undefined): void {
  at.element.hidden = !view;
  if (!view) return;
  at.words(view.title);
  block.update(view.table);
}

function workloadPicker({ workloads }: Report, { workload }: Choices, choose: Choose): HTMLElement[] {
  if (workloads.length < 2) return [];
  const options = workloads.map(({ name }) => ({ value: name, label: name }));
  return [select('Network', options, workload, value => choose({ workload: value }))];
}

function chipPicker({ chips }: Report, { chip }: Choices, choose: Choose): HTMLElement[] {
  if (chips.length < 2) return [];
  const options = chips.map(({ name }) => ({ value: name, label: name }));
  return [select('Chip', options, chip, value => choose({ chip: value }))];
}
