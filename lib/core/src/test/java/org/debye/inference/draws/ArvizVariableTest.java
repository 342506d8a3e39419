package org.debye.inference.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArvizVariableTest {
  private static List<String> described(String... scalars) {
    List<String> lines = new ArrayList<>();
    for (ArvizVariable variable : ArvizVariable.of(List.of(scalars))) {
      List<String> entries = new ArrayList<>();
      for (int column : variable.columns()) {
        entries.add(scalars[column]);
      }
      lines.add(variable.name() + " " + variable.shape() + " = " + entries);
    }
    return lines;
  }

  @Test
  void matricesAreColumnMajorInWhateverOrderTheirScalarsCome() {
    assertThat(described("C[1,1]", "C[1,2]", "C[1,3]", "C[2,1]", "C[2,2]", "C[2,3]"))
        .containsExactly("C [2, 3] = [C[1,1], C[2,1], C[1,2], C[2,2], C[1,3], C[2,3]]");
    assertThat(ArvizVariable.scalars("C", new int[] {2, 3}))
        .containsExactly("C[1,1]", "C[2,1]", "C[1,2]", "C[2,2]", "C[1,3]", "C[2,3]");
  }

  @Test
  void variablesKeepTheOrderOfTheirFirstScalars() {
    assertThat(described("w[1]", "mu", "w[2]", "tau"))
        .containsExactly("w [2] = [w[1], w[2]]", "mu [] = [mu]", "tau [] = [tau]");
  }

  @Test
  void whatDoesNotFillABoxIsKeptScalarByScalar() {
    assertThat(described("L[2,1]", "L[3,1]", "L[3,2]"))
        .containsExactly("L[2,1] [] = [L[2,1]]", "L[3,1] [] = [L[3,1]]", "L[3,2] [] = [L[3,2]]");
    assertThat(described("x", "x[1]")).containsExactly("x [] = [x]", "x[1] [] = [x[1]]");
    assertThat(described("z[2]", "z[3]")).containsExactly("z[2] [] = [z[2]]", "z[3] [] = [z[3]]");
    String far = "v[99999999,99999999,99999999]";
    assertThat(described(far)).containsExactly(far + " [] = [" + far + "]");
    assertThat(described("y[a]", "y[0]")).containsExactly("y[a] [] = [y[a]]", "y[0] [] = [y[0]]");
  }
}
