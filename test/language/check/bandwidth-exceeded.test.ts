import { expectClean, expectInfo } from '../../support/check.ts';

describe('bandwidth-exceeded', () => {
  it('says which layers wait for data, which longest and for what, once for each chip', () =>
    expectInfo(
      study('NeuralPIM', 'AlexNet, <|GoogLeNet|>, MobileNetV2'),
      'bandwidth-exceeded',
      '8 of 58 layers of GoogLeNet wait for data on NeuralPIM, inception4a_5x5_reduce longest: it needs 12.5 GB/s of the router, the share of its tile is 5.33 GB/s, and a stage takes 706 ns instead of 300 ns; layers of MobileNetV2 wait too',
    ));

  it('counts the links of a whole chip', () =>
    expectInfo(
      `import "pim:components/isaac-32nm"
       chip Slow extends NeuralPIM { 4 × HyperTransport { rate 100 MHz } }
       ${study('Slow', '<|AlexNet|>')}`,
      'bandwidth-exceeded',
      '7 of 8 layers of AlexNet wait for data on Slow, fc7 longest: it needs 12.8 GB/s of the link, the share of its chip is 400 MB/s, and a stage takes 9.6 µs instead of 300 ns',
    ));

  it('says nothing where data is there in time', () => expectClean(study('NeuralPIM', 'AlexNet')));

  it('says nothing where only computing units are late', () => expectClean(study('NeuralPIM', 'ResNet101')));
});

function study(chip: string, networks: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:networks"
    evaluate ${chip} on ${networks} { chips 16 }`;
}
