/** What the words of the language itself mean; those of kinds, properties and functions stand in the catalogue. */
export const keywordDocs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    import:
      'Makes the definitions of another file known: of the library (`"pim:chips/isaac"`), of a file beside this one, or of a whole folder.',
    component: 'Defines a component: its kind after the colon, its numbers in braces.',
    extends: 'Takes over everything another definition says; what is said here wins.',
    chip: 'A whole chip: its technology node, precision and dataflow, and what it is made of.',
    tile: 'A tile: PEs around a buffer, connected by routers.',
    pe: 'A processing element: crossbars with the units they share.',
    crossbar:
      'An array of memory cells with its row drivers. Multiplies inputs with stored weights and adds along its columns.',
    workload: 'A neural network: the shape of its input and its layers in the order they run.',
    input: 'Shape of the input: channels × height × width, or one number for a vector.',
    from: 'The layers whose outputs this one reads; the layer before it when absent.',
    evaluate: 'Evaluates chips on workloads; braces hold settings, claims and expectations.',
    on: 'The workloads to evaluate on; after a metric, the one workload that is meant.',
    normalise: 'Gives every chip as many copies as fit the same area.',
    to: 'The chip whose area counts.',
    expect: 'A test of our result: when it does not hold, the run fails.',
    claim: 'A published number with its source: shown beside ours, never fails a run.',
    within: 'How far apart two values may lie, relative to the second: `within 5 %`.',
    constant: 'A named value, of the file or of the braces it stands in.',
    private: 'Keeps a definition to its file: no import brings it in.',
    as: 'The name that an imported definition has in this file.',
    if: 'What the braces say counts only where the condition holds; it wins over what stands beside it.',
    else: 'What counts where the condition does not hold.',
    and: 'Both conditions hold.',
    or: 'One of the conditions holds, or both.',
    not: 'The condition does not hold.',
    in: 'What a parameter may be: a range such as `1 bit .. 8 bit`, or a list such as `[1, 2, 4]` or `[lean, rich]`.',
    step: 'How far apart the values of a range are.',
  }),
);
