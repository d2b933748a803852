/** A text without errors that has every construct of the language, for laws about what an editor does with any of them. */
export const everyConstruct = `import "pim:devices/rram"
import ADC as Published, DAC, Array2Bit from "pim:components/isaac-32nm"
import "pim:components/parametric"
import "pim:networks/alexnet"

private constant total = 6 mW
constant sweep = [8 .. 64 step 8]
constant share = 25 %
constant supply = 0.2 V

component Converter(width: bits in 1 bit .. 12 bit = 10 bit, total: power, style in [lean, rich] = lean) : adc {
  resolution width
  power total / 2
  rate 128 / 100 ns
  if style = rich and width > 4 bit { area 3 µm² } else { area 5 µm² }
}

component Slow extends Converter(width = 11 bit, total = 3 mW) { rate 2 GHz }

component Adder : shift-add { energy 1 pJ, rate 3 GHz }

component Better : adc { resolution 10 bit, rate 8 GHz, power 2 mW }

chip C(arrays: count in [4, 8, 16] = 8, converter: adc = Better, drivers: bits = 1 bit) {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow digital-accumulation
  constant twice = 2 * arrays
  pipeline fine
  pe P(n: count = 2) {
    n × converter
    4 × Adder
  }
  tile T {
    twice × crossbar {
      size 128 × 128
      cell RRAM { bits 2 bit }
      weights differential
      read 100 ns
      1 × Array2Bit
      128 × DAC { resolution drivers }
    }
    2 × Converter(10 bit, total, rich) { resolution 11 bit }
    sweep[0] × P(3)
    1 × SRAM { capacity 2 KiB, width 256 bit }
  }
  10 × T
  if arrays >= 8 { 1 × Better }
}

chip D extends C(4, drivers = 1 bit) { precision { weights 4 bit } }

workload W {
  input 3 × 8 × 8
  conv a { outputs 4, kernel 3 } → relu
  conv b from a { outputs 4, kernel 1, padding same }
  add s from a, b
  dense d { outputs 100 }
}

evaluate C, D, C(arrays = 4) on W, AlexNet {
  chips 4
  average arithmetic
  normalise area to C
  expect C.area < 300 mm²
  expect C.power on W < 2 * D.power on W within 5 %
  claim C.energyEfficiency / D.energyEfficiency = 1.5
}
`;
