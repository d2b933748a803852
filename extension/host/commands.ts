/** Every command of the manifest by its name; a test compares the two lists. */
export const commands = {
  evaluate: 'pim.evaluate',
  cancel: 'pim.cancel',
  exportReport: 'pim.exportReport',
  explainRules: 'pim.explainRules',
  restartServer: 'pim.restartServer',
  showOutput: 'pim.showOutput',
} as const;

/** Type of the results panel, under which the editor restores it after a reload. */
export const panelType = 'pim.results';

/** Context keys the manifest's `when` clauses read. */
export const contextKeys = {
  evaluating: 'pim.evaluating',
  hasReport: 'pim.hasReport',
  resultsShown: 'pim.resultsShown',
} as const;
