package org.debye.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DistinctNamesTest {
  /** Also where one is called as a second one of another would be, or is only alike as a file. */
  @Test
  void noNameComesTwice() {
    DistinctNames names = new DistinctNames();
    List<String> files =
        Stream.of("D1", "D1", "D2", "D1", "D1-2", "D 1", "D/1").map(names::of).toList();
    assertThat(files).containsExactly("D1", "D1-2", "D2", "D1-3", "D1-2-2", "D_1", "D_1-2");
  }
}
