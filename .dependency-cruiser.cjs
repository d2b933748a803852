/**
 * The arrows of the house: which room may import which. The comment of a rule tells the author of a forbidden import
 * where to go, and test/architecture.test.ts breaks every rule once.
 */

/** Where programs start. What cannot be reached from here is dead wood. */
const entryPoints = '^(language/main/(cli|server)|extension/(host/extension|views/(main|standalone)))\\.ts$';
const product = '^(simulator|language|extension)/';
const notProduct = '^(test|bench|scripts)/';

const rooms = (building, ...names) => `^${building}/(${names.join('|')})/`;
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

const unitsDoor = '^simulator/units/index\\.ts$';
const simulatorDoor = '^simulator/index\\.ts$';
const protocol = '^language/protocol\\.ts$';
const messages = '^extension/messages\\.ts$';

const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from: { path: from }, to });

/** Files of a room may import their room and what is listed. Imports of tests are left to `no-test-in-product`. */
const room = (name, from, allowed, comment) =>
  rule(name, from, { pathNot: [from, ...allowed, notProduct] }, comment);

/** The same, where only the order inside a building is asked about; another rule speaks about its outside. */
const roomWithin = (building, name, allowed, comment) => {
  const from = rooms(building, name);
  return rule(`${building}-${name}`, from, { path: `^${building}/`, pathNot: [from, ...allowed] }, comment);
};

/** Of these modules, only types may be imported: nothing of them arrives in the running program. */
const typesOnly = (name, from, to, comment) =>
  rule(name, from, { path: to, dependencyTypesNot: ['type-only'] }, comment);

const simulatorRoom = (name, allowed, comment) => roomWithin('simulator', name, allowed, comment);
const model = [unitsDoor, rooms('simulator', 'chip', 'workload')];
const costs = rooms('simulator', 'dataflow', 'components');

const simulator = [
  simulatorRoom('units', [], 'units/ is the ground floor: it imports nothing.'),
  simulatorRoom(
    'chip',
    [unitsDoor],
    'The chip is data and knows the units door only. What computes with a chip belongs in a later room.',
  ),
  simulatorRoom(
    'workload',
    [unitsDoor],
    'The workload is data and knows the units door only. Placing it onto a chip belongs in evaluate/.',
  ),
  simulatorRoom(
    'report',
    [unitsDoor],
    'The report is data and knows the units door only. What fills it belongs in evaluate/.',
  ),
  simulatorRoom(
    'dataflow',
    model,
    'A dataflow says what happens and how often. What that costs is said in components/; evaluate/ joins the two.',
  ),
  simulatorRoom(
    'components',
    model,
    'A component says what one action costs. How often it acts is said in dataflow/; evaluate/ joins the two.',
  ),
  simulatorRoom(
    'signal',
    [...model, costs],
    'Functional simulation knows the model, dataflows and components. Its results enter a report in evaluate/.',
  ),
  simulatorRoom(
    'periphery',
    [...model, costs],
    'Neural periphery knows the model, dataflows and components. Its results enter a report in evaluate/.',
  ),
  simulatorRoom(
    'evaluate',
    [rooms('simulator', '(?!explore/)[^/]+')],
    'One evaluation knows nothing of the exploration around it. Import the file that has the thing, not the door.',
  ),
  simulatorRoom(
    'explore',
    [rooms('simulator', '[^/]+')],
    'The door is for those outside. Inside the simulator, import the file that has the thing.',
  ),
  room(
    'simulator-is-pure',
    '^simulator/',
    [],
    'The simulator imports nothing but itself: no langium, no vscode, no node. What it needs comes as arguments.',
  ),
];

/** Rooms that a text passes through, in this order: each sees those before it. */
const languageRoom = (name, before, comment) =>
  roomWithin('language', name, before.length > 0 ? [rooms('language', ...before)] : [], comment);
const readers = ['generated', 'syntax', 'library', 'scope', 'types'];

const language = [
  languageRoom('generated', [], 'langium-cli writes this room; change pim.langium instead.'),
  languageRoom(
    'syntax',
    readers.slice(0, 1),
    'Tokens and literals come before meaning: only the AST is known here.',
  ),
  roomWithin(
    'language',
    'library',
    [protocol],
    'The library is text under an address. What it means is found out by the rooms that read text.',
  ),
  languageRoom(
    'scope',
    readers.slice(0, 3),
    'Names are resolved before they have types or values. Move what is needed down into scope/ or syntax/.',
  ),
  languageRoom(
    'types',
    readers.slice(0, 4),
    'Types are known before anything is elaborated or checked. A rule about types belongs in check/.',
  ),
  languageRoom(
    'elaborate',
    readers,
    'Elaboration records problems; it asks neither checks nor foreign formats.',
  ),
  languageRoom(
    'exchange',
    readers,
    'Foreign formats stand beside elaboration: bytes or text in, workload or text out. main/ joins the two.',
  ),
  languageRoom(
    'check',
    [...readers, 'elaborate', 'exchange'],
    'A check is a plain function over text and meaning. What the editor adds to it belongs in lsp/.',
  ),
  languageRoom(
    'lsp',
    [...readers, 'elaborate', 'exchange', 'check'],
    'Editor features are plugged in by module.ts and served by main/; they import neither.',
  ),
  rule(
    'language-module',
    '^language/module\\.ts$',
    { path: '^language/', pathNot: rooms('language', '(?!main/)[^/]+') },
    'module.ts wires the rooms together. main/ starts it; it knows nothing of main/ and of the wire.',
  ),
  room(
    'language-core',
    '^language/(?!main/|protocol\\.ts$)',
    [
      '^language/',
      simulatorDoor,
      unitsDoor,
      // A part of Langium reads the disk, and is for main/.
      '^node_modules/langium/(?!lib/node/)',
      packages('vscode-languageserver[^/]*', 'fastest-levenshtein', 'jsonc-parser'),
    ],
    'The language sees Langium and the two doors of the simulator. Files, wire and clock enter through main/.',
  ),
  typesOnly(
    'language-is-no-server',
    '^language/(?!main/)',
    // The package of types has constants too, such as the kinds of symbols. These are data.
    '^node_modules/vscode-languageserver(?!-types/)',
    'Only main/ runs a server. Import types, or take constants from vscode-languageserver-types.',
  ),
  rule(
    'language-main',
    '^language/main/',
    {
      pathNot: [
        '^language/',
        simulatorDoor,
        unitsDoor,
        packages('langium', 'vscode-languageserver[^/]*', 'commander'),
        notProduct,
      ],
      // Node's own modules: this is where files and processes come in.
      dependencyTypesNot: ['core'],
    },
    'A program joins the language, the doors of the simulator, wire and disk. What it computes belongs in a room.',
  ),
  room(
    'protocol',
    protocol,
    [simulatorDoor, unitsDoor],
    'The protocol is read on both sides of the wire, so it brings nothing along but types of the simulator.',
  ),
  typesOnly(
    'protocol-takes-types',
    protocol,
    '^simulator/',
    'No simulator runs on the other side of the wire.',
  ),
];

const extension = [
  room(
    'messages',
    messages,
    [simulatorDoor, unitsDoor],
    'Messages are made of types of the simulator alone.',
  ),
  typesOnly('messages-take-types', messages, '^simulator/', 'Messages carry reports and compute none.'),
  room(
    'host',
    '^extension/host/',
    [
      '^vscode$',
      packages('@types/vscode', 'vscode-languageclient'),
      messages,
      protocol,
      simulatorDoor,
      unitsDoor,
      // Neither touches the world: files are read with vscode.workspace.fs, which works on remote ones too.
      '^(node:)?(path|crypto)$',
    ],
    'The host passes messages between editor, server and panel. Meaning is in language/, pictures are in views/.',
  ),
  typesOnly(
    'host-takes-types',
    '^extension/host/',
    '^simulator/',
    'The server evaluates; the host passes reports on.',
  ),
  room(
    'views',
    '^extension/views/',
    [packages('chart\\.js', 'chartjs-chart-treemap', '@kurkle'), messages, simulatorDoor, unitsDoor],
    'A view turns a report into a picture. What it needs to know comes in the report or in a message.',
  ),
  typesOnly(
    'views-take-types',
    '^extension/views/',
    simulatorDoor,
    'Only units, for labels, reach the browser as code. A number a view needs belongs in the report.',
  ),
];

const everywhere = [
  rule(
    'no-circles',
    product,
    { circular: true },
    'Two files that want each other hide a smaller idea. Give it a name and put it below both.',
  ),
  rule(
    'no-test-in-product',
    product,
    { path: notProduct },
    'The product does not know how it is tested or built.',
  ),
  rule(
    'nothing-forgotten',
    entryPoints,
    { path: `${product}.*\\.ts$`, pathNot: entryPoints, reachable: false },
    'No program reaches this file. Import it where it is needed, or delete it.',
  ),
];

module.exports = {
  forbidden: [...simulator, ...language, ...extension, ...everywhere],
  options: {
    // Types are arrows too: what is imported for its type alone counts.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    // A linked node_modules is still called node_modules.
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
