import type { Look, Picker } from './view.ts';

/** Drop-downs that several sections share; empty where there is nothing to choose. */

export const networkPicker = ({ report, choices }: Look): Picker[] =>
  pickerOf('Network', report.workloads, choices.workload, workload => ({ workload }));

export const chipPicker = ({ report, choices }: Look): Picker[] =>
  pickerOf('Chip', report.chips, choices.chip, chip => ({ chip }));

/** Which of the questions of a file is answered below. */
export const studyPicker = ({ all, choices }: Look): Picker[] =>
  pickerOf(
    'Question',
    all.studies.map(({ label }) => ({ name: label })),
    choices.study,
    study => ({ study }),
  );

function pickerOf(
  label: string,
  named: readonly { readonly name: string }[],
  chosen: string,
  choice: Picker['choice'],
): Picker[] {
  const options = named.map(({ name }) => ({ value: name, label: name }));
  return options.length < 2 ? [] : [{ label, options, chosen, choice }];
}
