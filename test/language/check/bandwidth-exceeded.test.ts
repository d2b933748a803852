import { expectClean, expectInfo } from '../../support/check.ts';

describe('bandwidth-exceeded', () => {
  it('says which layers hold up a network for want of data, which longest and for what, once for each chip', () =>
    expectInfo(
      study('NeuralPIM', 'AlexNet, GoogLeNet, <|MobileNetV2|>', 16),
      'bandwidth-exceeded',
      '53 of 53 layers of MobileNetV2 wait for data on NeuralPIM, stage1_block1_depthwise longest: it needs 81.4 GB/s of the link, the share of its chip is 25.6 GB/s, and an inference keeps it busy for 3.82 µs instead of 1.2 µs; layers of GoogLeNet and AlexNet wait too',
    ));

  it('counts the links of a whole chip', () =>
    expectInfo(
      `import "pim:components/isaac-32nm"
       chip Slow extends NeuralPIM { 4 × HyperTransport { rate 100 MHz } }
       ${study('Slow', '<|AlexNet|>', 16)}`,
      'bandwidth-exceeded',
      '6 of 8 layers of AlexNet wait for data on Slow, conv2 longest: it needs 26.1 GB/s of the link, the share of its chip is 400 MB/s, and an inference keeps it busy for 58.7 µs instead of 900 ns',
    ));

  it('says nothing where layers that wait are done before the slowest one', () =>
    expectClean(study('NeuralPIM', 'AlexNet', 4)));

  it('says nothing where only computing units are late', () =>
    expectClean(study('NeuralPIM', 'ResNet101', 3)));
});

function study(chip: string, networks: string, chips: number): string {
  return `import "pim:chips/neural-pim"
    import "pim:networks"
    evaluate ${chip} on ${networks} { chips ${chips} }`;
}
