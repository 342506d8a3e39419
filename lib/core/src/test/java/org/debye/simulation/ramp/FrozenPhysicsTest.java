package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models are trained on {@code ramp-1}: its spectra do not change. Where this fails on purpose,
 * raise {@link SimulatedRamp#VERSION} and take over the numbers that it prints.
 */
class FrozenPhysicsTest {

  /** First moment about the axis's start of the frame in the middle, seed 1: counts x points. */
  @ParameterizedTest
  @CsvSource({
    "mgfeo, 1.5480815510664685E7",
    "D1, 1514994.4677004453",
    "D2, 1.7168394656606358E7",
    "D3, 1662965.907925855",
    "D4, 156279.01046892258",
    "D5, 1.692804566338579E7",
    "D6, 1785029.6836149318",
    "D7, 1488143.9881439675",
    "D8, 7007344.44713535",
    "D9, 6468613.178776836"
  })
  void spectraOfAVersionStayAsTheyAre(String name, double moment) {
    assertThat(SimulatedRamp.VERSION).isEqualTo("ramp-1");
    assertThat(moment(name)).isCloseTo(moment, within(1e-9 * moment));
  }

  @ParameterizedTest
  @CsvSource({
    "mgfeo, 0, 9828.423362642527",
    "mgfeo, 120, 10210.262805178761",
    "D4, 0, 101.09847681084648",
    "D4, 120, 106.03207437181845",
    "D9, 0, 4546.739392019808",
    "D9, 120, 4392.558884717524"
  })
  void noiseOfAVersionStaysAsItIs(String name, int frame, double intensity) {
    float[] noisy = new SimulatedRamp(RampDataset.named(name), 1).spectrum(frame).intensity();
    double sum = 0;
    for (float value : noisy) {
      sum += value;
    }
    assertThat(sum).isCloseTo(intensity, within(1e-6 * intensity));
  }

  private static double moment(String name) {
    RampDataset dataset = RampDataset.named(name);
    double[] expected = new SimulatedRamp(dataset, 1).expected(dataset.frames() / 2);
    double moment = 0;
    for (int i = 0; i < expected.length; i++) {
      moment += i * expected[i];
    }
    return moment;
  }
}
