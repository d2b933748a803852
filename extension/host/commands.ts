/** Every command of the manifest by its name; a test compares the two lists. */
export const commands = {
  evaluate: 'pim.evaluate',
  cancel: 'pim.cancel',
  compareChips: 'pim.compareChips',
  insertQuestion: 'pim.insertQuestion',
  newChip: 'pim.newChip',
  exportReport: 'pim.exportReport',
  explainRules: 'pim.explainRules',
  restartServer: 'pim.restartServer',
  showOutput: 'pim.showOutput',
  showResults: 'pim.showResults',
  showSensitivity: 'pim.showSensitivity',
} as const;

/** Type of the results panel, under which the editor restores it after a reload. */
export const panelType = 'pim.results';

/** Context keys the manifest's `when` clauses read. */
export const contextKeys = {
  evaluating: 'pim.evaluating',
  hasReport: 'pim.hasReport',
  hasQuestion: 'pim.hasQuestion',
  resultsShown: 'pim.resultsShown',
} as const;
