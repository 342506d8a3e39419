package org.debye.unmixing.posterior;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.inference.variational.Family;
import org.debye.inference.variational.Fitted;
import org.debye.inference.variational.Iterate;
import org.debye.inference.variational.VariationalFit;
import org.debye.inference.variational.VariationalInference;
import org.debye.inference.variational.VariationalSettings;
import org.debye.numeric.RandomStreams;

/**
 * How over-confident variational inference is on dataset d1: posterior standard deviations of each
 * family over those of Stan's draws.
 *
 * <pre>D1Families FOLDER</pre>
 *
 * FOLDER holds d1.data.json and d1.stan_draws.csv. {@code lib/core/src/jmh/stan/d1_families.sh}
 * runs this.
 */
public final class D1Families {
  private static final int STARTS = 2;
  private static final int DRAWS = 4000;
  private static final RandomStreams STREAMS = RandomStreams.of(20261120).under("d1 families");

  private final MixingDensity density;
  private final List<ChainDraws> stan;

  /**
   * A family's best start.
   *
   * @param bound its ELBO
   * @param endmembers mean over the endmember coordinates of its standard deviation over Stan's
   * @param weights the same of the weights
   * @param scales the same of the noise scales
   * @param off root mean square over all globals of the difference of the means, in Stan's standard
   *     deviations
   * @param cpuSeconds of one start
   */
  record Width(
      double bound,
      boolean converged,
      double endmembers,
      double weights,
      double scales,
      double off,
      double cpuSeconds) {}

  private D1Families(MixingDensity density, List<ChainDraws> stan) {
    this.density = density;
    this.stan = stan;
  }

  /** Reads dataset and draws. */
  static D1Families in(Path folder) throws IOException {
    return new D1Families(
        StanMixture.read(folder.resolve("d1.data.json")).density(),
        List.of(StanDraws.read(folder.resolve("d1.stan_draws.csv"))));
  }

  /** The settings that the table has, by name. */
  static Map<String, VariationalSettings> settings() {
    VariationalSettings paper = VariationalSettings.paper();
    VariationalSettings longer =
        paper.withIterations(25_600).withIterate(Iterate.MEAN_OF_SECOND_HALF);
    Map<String, VariationalSettings> all = new LinkedHashMap<>();
    all.put("mean field, the paper's 1,600 steps", paper);
    all.put("mean field", longer);
    all.put("low rank (10)", longer.withFamily(new Family.LowRank(10)));
    all.put("full rank", longer.withFamily(new Family.FullRank()).withLearningRate(0.001));
    all.put("conditional blocks", longer.withFamily(new Family.ConditionalBlocks()));
    return all;
  }

  public static void main(String[] args) throws IOException {
    D1Families families = in(Path.of(args[0]));
    System.out.println(
        "| family | ELBO | converged | endmembers | weights | noise scales | means off | CPU s |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, VariationalSettings> one : settings().entrySet()) {
      System.out.println(row(one.getKey(), families.width(one.getValue())));
    }
  }

  private static String row(String name, Width width) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %s | %.2f | %.2f | %.2f | %.2f | %.1f |",
        name,
        width.bound(),
        width.converged() ? "yes" : "no",
        width.endmembers(),
        width.weights(),
        width.scales(),
        width.off(),
        width.cpuSeconds());
  }

  Width width(VariationalSettings settings) {
    Fitted best = null;
    CpuClock clock = new CpuClock();
    for (int start = 0; start < STARTS; start++) {
      double[] position = StartPoint.inTheMiddle(density, STREAMS.at("position", start));
      VariationalFit fit =
          VariationalInference.fit(density, settings, position, STREAMS.at("fit", start));
      if (fit instanceof Fitted fitted
          && (best == null || fitted.elbo().value() > best.elbo().value())) {
        best = fitted;
      }
    }
    double seconds = clock.seconds() / STARTS;
    if (best == null) {
      throw new IllegalStateException("no start was fitted");
    }
    MixtureAgreement agreement = new MixtureAgreement(List.of(draws(best)), stan);
    double off = 0;
    for (String name : agreement.variables()) {
      off += Math.pow(agreement.meanDifference(name), 2) / agreement.variables().size();
    }
    return new Width(
        best.elbo().value(),
        best.rise().flat(),
        ratio(agreement, "C["),
        ratio(agreement, "w["),
        ratio(agreement, "s["),
        Math.sqrt(off),
        seconds);
  }

  private static double ratio(MixtureAgreement agreement, String prefix) {
    return agreement.variables().stream()
        .filter(name -> name.startsWith(prefix))
        .mapToDouble(agreement::deviationRatio)
        .average()
        .orElseThrow();
  }

  private ChainDraws draws(Fitted fitted) {
    int width = density.globalNames().size();
    double[] values = new double[DRAWS * width];
    double[] position = new double[density.dimension()];
    double[] globals = new double[width];
    List<double[]> none = new ArrayList<>();
    for (int statistic = 0; statistic < 4; statistic++) {
      none.add(new double[DRAWS]);
    }
    for (int draw = 0; draw < DRAWS; draw++) {
      fitted.draw(STREAMS.at("draw", draw), position);
      density.constrain(position, globals);
      System.arraycopy(globals, 0, values, draw * width, width);
    }
    SamplerStatistics statistics =
        new SamplerStatistics(
            none.get(0),
            none.get(1),
            none.get(2),
            new int[DRAWS],
            new int[DRAWS],
            new boolean[DRAWS],
            none.get(3));
    return new ChainDraws(density.globalNames(), values, statistics);
  }
}
