package org.debye.unmixing.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.endmember.EndmemberExtractor;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.endmember.NFindr;
import org.debye.unmixing.endmember.Vca;
import org.junit.jupiter.api.Test;

/** N-FINDR and VCA on measured scenes against numpy's (reference baselines, spectral angles). */
final class ReferenceBaselineTest {
  @Test
  void nfindrFindsTheSimplexThatTheReferenceProgramFinds() {
    assertAngles(ReferenceScene.samson(), .04043515813964351, .04068532, .12958520992752304);
    assertAngles(
        ReferenceScene.jasper(),
        .1558844122787413,
        .24532855562999578,
        .13356769366814725,
        .10691097353418805);
  }

  @Test
  void vcaIsAsFarFromTheReferencesAsThePlainOne() {
    assertThat(meanOfSeeds(ReferenceScene.samson())).isBetween(0.06, 0.12);
    assertThat(meanOfSeeds(ReferenceScene.jasper())).isBetween(0.25, 0.42);
  }

  private static double meanOfSeeds(ReferenceScene reference) {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] angles = angles(reference, Vca.DEFAULT, seed);
      sum += Arrays.stream(angles).average().orElseThrow() / 20;
    }
    return sum;
  }

  private static void assertAngles(ReferenceScene reference, double... expected) {
    for (NFindr.Start start : NFindr.Start.values()) {
      double[] angles = angles(reference, new NFindr(start, 100), 3);
      assertThat(angles).containsExactly(expected, within(1e-8));
    }
  }

  private static double[] angles(ReferenceScene reference, EndmemberExtractor method, int seed) {
    Endmembers found =
        method
            .extract(
                reference.scene().observations(),
                reference.endmembers(),
                RandomStreams.of(1).at(seed))
            .found()
            .orElseThrow();
    int p = reference.scene().points();
    double[] pixels = new double[found.count() * p];
    for (int k = 0; k < found.count(); k++) {
      System.arraycopy(reference.scene().values(), found.pixels()[k] * p, pixels, k * p, p);
    }
    return reference.angles(pixels);
  }
}
