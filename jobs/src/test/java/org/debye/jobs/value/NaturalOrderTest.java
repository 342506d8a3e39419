package org.debye.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersCountByTheirValue() {
    List<String> sorted =
        List.of(
            "bins", "bins-1", "bins-2", "bins-16", "bins-16a", "cnn", "run-007", "run-7", "run-10");
    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(sorted);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(shuffled.stream().sorted(NaturalOrder.OF_NAMES)).containsExactlyElementsOf(sorted);
    }
  }

  @Test
  void namesThatDifferAreNeverEqual() {
    assertThat(NaturalOrder.OF_NAMES.compare("a1", "a01")).isNotZero();
    assertThat(NaturalOrder.OF_NAMES.compare("a1", "a1")).isZero();
    assertThat(NaturalOrder.OF_NAMES.compare("\u0663x", "\u0664x")).isNegative();
    assertThat(Stream.of("9".repeat(40), "1" + "0".repeat(40)).sorted(NaturalOrder.OF_NAMES))
        .first()
        .isEqualTo("9".repeat(40));
  }
}
