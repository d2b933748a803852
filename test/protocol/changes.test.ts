import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChangedParams,
  changedNotification,
  type EvaluateParams,
  type EvaluateResult,
  evaluateRequest,
} from '../../language/protocol.ts';
import { type Folder, folderWith } from '../support/folder.ts';
import { type LanguageClient, startLanguageClient } from '../support/language-client.ts';

const changed = 2;
const deleted = 3;

const files = `//- /main.pim
import "adc"
component Main extends Adc
//- /adc.pim
component Adc : fixed { area 1 mm² }
//- /other.pim
component Other : fixed { area 1 mm² }
`;

describe('changes of files', () => {
  let folder: Folder;
  let client: LanguageClient;
  let announced: string[][] = [];
  let editions: number[] = [];
  let hear = () => {};

  before(async () => {
    folder = folderWith(files);
    client = await startLanguageClient([folder.uriOf('')]);
    client.connection.onNotification(changedNotification, ({ uris, edition }: ChangedParams) => {
      announced.push(uris.map(uri => uri.slice(uri.lastIndexOf('/') + 1)).sort());
      editions.push(edition);
      hear();
    });
    await client.open(folder.uriOf('/main.pim'), folder.read('/main.pim'));
  });
  after(async () => {
    await client.stop();
    folder.dispose();
  });

  /** Waits until exactly these files are told of, and answers with the edition. */
  const toldOf = async (names: readonly string[], happen: () => unknown): Promise<number> => {
    announced = [];
    editions = [];
    const find = () => announced.findIndex(each => each.join() === names.join());
    await happen();
    while (find() < 0) await new Promise<void>(resolve => (hear = resolve));
    return editions[find()]!;
  };
  const watched = (path: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf(path), type }],
    });
  const evaluate = (path: string, target?: EvaluateParams['target']) =>
    client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri: folder.uriOf(path),
      ...(target && { target }),
    });

  it('on disk are told of with all files that import them', async () => {
    folder.write('/adc.pim', 'component Adc : fixed { area 2 mm² }\n');
    await toldOf(['adc.pim', 'main.pim'], () => watched('/adc.pim', changed));
  });
  it('are none when a file is merely opened', async () => {
    announced = [];
    await client.open(folder.uriOf('/adc.pim'), folder.read('/adc.pim'));
    await pause(200);
    assert.deepEqual(announced, []);
  });
  it('in the editor are told of as well, and count', async () => {
    const { edition: before } = await evaluate('/main.pim');
    const edition = await toldOf(['adc.pim', 'main.pim'], () =>
      client.change(folder.uriOf('/adc.pim'), 'component Adc : fixed { area 3 mm² }\n'),
    );
    assert.ok(edition > before);
    assert.equal((await evaluate('/main.pim')).edition, edition);
  });
  it('of settings concern all files', async () => {
    folder.write('/pim.json', '{}');
    await toldOf(['adc.pim', 'main.pim', 'other.pim'], () => watched('/pim.json', changed));
  });
  it('name what is gone', async () => {
    folder.remove('/other.pim');
    await toldOf(['other.pim'], () => watched('/other.pim', deleted));
  });

  it('can be why there is no result: a mistake, a question without an answer, a file nobody knows', async () => {
    const cause = async (...asked: Parameters<typeof evaluate>) => (await evaluate(...asked)).cause;
    assert.equal(await cause('/main.pim'), 'question');
    assert.equal(await cause('/main.pim', { chips: ['Gone'], workloads: ['VGG16'] }), 'question');
    assert.equal(await cause('/other.pim'), 'file');
    await client.change(folder.uriOf('/main.pim'), 'component Main extends Nothing\n');
    assert.equal(await cause('/main.pim'), 'text');
  });
});
