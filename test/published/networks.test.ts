import assert from 'node:assert/strict';
import * as ast from '../../language/generated/ast.ts';
import type { Pim } from '../../language/module.ts';
import { macCount, weightCount, type Workload } from '../../simulator/index.ts';
import { describeDiagnostic } from '../support/check.ts';
import { testPim } from '../support/pim.ts';

/**
 * Weights without biases and multiply-accumulates at batch 1, convolutions and fully connected layers only. The weights are
 * the widely published parameter counts (61,100,840 for AlexNet, 138,357,544 for VGG-16, 25,557,032 for ResNet-50, …) less
 * biases and batch normalisation. NeuralTalk counts the biases of its recurrent layer, which are a row of its matrix.
 */
const published: readonly Published[] = [
  // Krizhevsky, arXiv 1404.5997, 2014, one tower
  { name: 'AlexNet', weights: 61_090_496, macs: '0.7142 G', layers: 8 },
  // Krizhevsky et al., NIPS 2012, two towers
  { name: 'AlexNet2012', weights: 60_954_656, macs: '0.7244 G', layers: 8 },
  // Simonyan and Zisserman, ICLR 2015, configurations D and E
  { name: 'VGG16', weights: 138_344_128, macs: '15.470 G', layers: 16 },
  { name: 'VGG19', weights: 143_652_544, macs: '19.632 G', layers: 19 },
  // He et al., CVPR 2016; v1.5 strides in the 3 × 3 convolutions, v1 in the 1 × 1 convolutions before them
  { name: 'ResNet50', weights: 25_502_912, macs: '4.089 G', layers: 54 },
  { name: 'ResNet50V1', weights: 25_502_912, macs: '3.858 G', layers: 54 },
  { name: 'ResNet101', weights: 44_442_816, macs: '7.801 G', layers: 105 },
  // Szegedy et al., CVPR 2015, without auxiliary classifiers
  { name: 'GoogLeNet', weights: 6_990_272, macs: '1.583 G', layers: 58 },
  // Ioffe and Szegedy, ICML 2015
  { name: 'InceptionV2', weights: 11_174_080, macs: '2.019 G', layers: 70 },
  // Szegedy et al., CVPR 2016, without the auxiliary classifier
  { name: 'InceptionV3', weights: 23_799_136, macs: '5.713 G', layers: 95 },
  // Howard et al., arXiv 1704.04861, 2017
  { name: 'MobileNetV1', weights: 4_209_088, macs: '0.5687 G', layers: 28 },
  // Sandler et al., CVPR 2018
  { name: 'MobileNetV2', weights: 3_469_760, macs: '0.3008 G', layers: 53 },
  // Han et al., ISCA 2016: 2,457,600 for the picture, then 8,157,000 for each of ten words
  { name: 'NeuralTalk', weights: 10_614_600, macs: '84.0276 M', layers: 3 },
];

interface Published {
  readonly name: string;
  readonly weights: number;
  /** As printed: ours, rounded to as many digits, must read the same. */
  readonly macs: string;
  /** Layers with weights. */
  readonly layers: number;
}

describe('networks as published', () => {
  for (const { name, weights, macs, layers } of published)
    it(`${name} has ${weights.toLocaleString('en-US')} weights in ${layers} layers and ${macs} multiply-accumulates`, async () => {
      const network = networksOf(await testPim()).get(name);
      assert.ok(network, `the library has no ${name}`);
      assert.equal(weightCount(network), weights);
      assert.equal(printedLike(macs, macCount(network)), macs);
      assert.equal(network.layers.filter(layer => 'matrix' in layer).length, layers);
    });

  it('are all that the library has, and nothing is said about them', async () => {
    const pim = await testPim();
    const documents = documentsOf(pim);
    await pim.shared.workspace.DocumentBuilder.build(documents, { validation: true });
    assert.deepEqual([...networksOf(pim).keys()].sort(), published.map(({ name }) => name).sort());
    assert.deepEqual(
      documents.flatMap(({ diagnostics = [] }) => diagnostics.map(describeDiagnostic)),
      [],
    );
  });
});

const documentsOf = ({ shared }: Pim) =>
  shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.path.startsWith('/networks/')).toArray();

function networksOf(pim: Pim): ReadonlyMap<string, Workload | undefined> {
  const declared = documentsOf(pim).flatMap(each => (each.parseResult.value as ast.Document).declarations);
  return new Map(
    declared.filter(ast.isWorkload).map(each => [each.name, pim.elaborations.workload(each).workload]),
  );
}

/** A number in the unit and with the decimals of another one: `4.089 G`. */
function printedLike(text: string, value: number): string {
  const [number = '', unit] = text.split(' ');
  const decimals = number.split('.')[1]!.length;
  return `${(value / (unit === 'G' ? 1e9 : 1e6)).toFixed(decimals)} ${unit}`;
}
