package org.debye.inference.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanCsvTest {
  private static final StanRun RUN =
      new StanRun("mixture", 2, 500, 10, 0.8, "diag_e", 20261122, 1.5, 2.25);

  @Test
  void aChainIsWrittenAsCmdStanDoes() throws IOException {
    ChainDraws draws =
        new ChainDraws(
            List.of("w[1]", "w[2]", "C[1,1]", "C[1,2]", "C[2,1]", "C[2,2]", "L[2,1]", "tau"),
            new double[] {
              0.25,
              0.75,
              11,
              12,
              21,
              22,
              0.1,
              1e-300,
              0.5,
              0.5,
              -11,
              Double.NaN,
              Double.POSITIVE_INFINITY,
              -22,
              1 / 3.0,
              1e10
            },
            new SamplerStatistics(
                new double[] {-1.5, Double.NEGATIVE_INFINITY},
                new double[] {0.9, 1},
                new double[] {0.125, 0.125},
                new int[] {3, 10},
                new int[] {7, 1023},
                new boolean[] {false, true},
                new double[] {2.5, 3.5}));
    StringBuilder out = new StringBuilder();
    StanCsv.write(draws, RUN, out);
    List<String> lines = out.toString().lines().toList();
    List<String> rows = lines.stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(rows)
        .containsExactly(
            "lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__,"
                + "w.1,w.2,C.1.1,C.2.1,C.1.2,C.2.2,L_2_1,tau",
            "-1.5,0.9,0.125,3,7,0,2.5,0.25,0.75,11.0,21.0,12.0,22.0,0.1,1.0E-300",
            "-inf,1.0,0.125,10,1023,1,3.5,0.5,0.5,-11.0,inf,nan,-22.0,0.3333333333333333,1.0E10");
    assertThat(lines)
        .contains(
            "#     num_samples = 2",
            "#     num_warmup = 500",
            "#       delta = 0.8",
            "#             max_depth = 10",
            "# id = 2",
            "#   seed = 20261122",
            "# Adaptation terminated",
            "# Step size = 0.125",
            "#  Elapsed Time: 1.5 seconds (Warm-up)");
    assertThat(lines.indexOf("# Adaptation terminated")).isEqualTo(lines.indexOf(rows.get(0)) + 1);
  }

  @Test
  void namesOfTheRunAreWords() {
    assertThatThrownBy(() -> new StanRun("a b", 1, 0, 10, 0.8, "diag_e", 1, 0, 0))
        .hasMessageContaining("not one word");
    assertThatThrownBy(() -> new StanRun("a", 0, 0, 10, 0.8, "diag_e", 1, 0, 0))
        .hasMessageContaining("chain 0");
  }

  @Test
  void scalarsAreGroupedIntoVariables() {
    List<String> scalars =
        List.of(
            "b", "A[1,1]", "A[1,2]", "v[2]", "v[1]", "L[2,1]", "L[3,1]", "L[3,2]", "A[2,1]",
            "A[2,2]", "A[1,3]", "A[2,3]", "odd[0]", "x[1]");
    assertThat(ArvizVariable.of(scalars))
        .containsExactly(
            new ArvizVariable("b", List.of(), List.of(0)),
            new ArvizVariable("A", List.of(2, 3), List.of(1, 8, 2, 9, 10, 11)),
            new ArvizVariable("v", List.of(2), List.of(4, 3)),
            new ArvizVariable("L[2,1]", List.of(), List.of(5)),
            new ArvizVariable("L[3,1]", List.of(), List.of(6)),
            new ArvizVariable("L[3,2]", List.of(), List.of(7)),
            new ArvizVariable("odd[0]", List.of(), List.of(12)),
            new ArvizVariable("x", List.of(1), List.of(13)));
    assertThat(ArvizVariable.of(List.of("a[1]", "a[1]", "a"))).hasSize(3);
    assertThat(ArvizVariable.of(List.of("a[1]", "a[1,1]"))).hasSize(2);
  }
}
