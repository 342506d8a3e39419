package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models are trained on {@code ramp-2}: its spectra do not change. Where this fails on purpose,
 * raise {@link SimulatedRamp#VERSION} and take over the numbers that it prints.
 */
class FrozenPhysicsTest {

  /** First moment about the axis's start of the frame in the middle, seed 1: counts x points. */
  @ParameterizedTest
  @CsvSource({
    "mgfeo, 1.5312523326196736E7",
    "D1, 1716524.7110938884",
    "D2, 1.6606620595172092E7",
    "D3, 1578633.8955069066",
    "D4, 176371.8966371206",
    "D5, 1.7449239453861658E7",
    "D6, 1764618.551800519",
    "D7, 1447701.8733482051",
    "D8, 6847618.948969019",
    "D9, 6879281.972483338"
  })
  void spectraOfAVersionStayAsTheyAre(String name, double moment) {
    assertThat(SimulatedRamp.VERSION).isEqualTo("ramp-2");
    assertThat(moment(name)).isCloseTo(moment, within(1e-9 * moment));
  }

  @ParameterizedTest
  @CsvSource({
    "mgfeo, 0, 11059.363220587373",
    "mgfeo, 120, 12342.744582161307",
    "D4, 0, 106.35696062480565",
    "D4, 120, 116.22508126823232",
    "D9, 0, 4459.489093981683",
    "D9, 120, 4643.800863102078"
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
