package org.debye.inference.draws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One chain as CmdStan writes it: settings as comments, {@code lp__} and the six columns of the
 * sampler, then the variables with {@code C[1,2]} as {@code C.1.2}, entries of a variable together
 * and the first index fastest. Entries of a variable that is not there as a whole are scalars of
 * their own, {@code L_2_1} for {@code L[2,1]}: of {@code L.2.1} alone rstan makes a matrix with
 * entries of its neighbours. Read by rstan's {@code read_stan_csv}, {@code posterior}'s and ArviZ's
 * readers of CmdStan files. Numbers have the digits that give the same double back.
 */
public final class StanCsv {
  private static final String SAMPLER =
      "lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__";

  private StanCsv() {}

  /**
   * Writes a chain.
   *
   * @param out gets UTF-8 text with line feeds; not closed
   * @throws IOException if {@code out} does
   */
  public static void write(ChainDraws draws, StanRun run, Appendable out) throws IOException {
    List<Integer> columns = new ArrayList<>();
    out.append(settings(draws, run));
    out.append(SAMPLER);
    for (ArvizVariable variable : ArvizVariable.of(draws.variables())) {
      columns.addAll(variable.columns());
      for (int column : variable.columns()) {
        out.append(',').append(columnName(draws.variables().get(column), variable));
      }
    }
    out.append('\n').append(adaptation(draws));
    for (int draw = 0; draw < draws.draws(); draw++) {
      row(draws, columns, draw, out);
    }
    out.append(times(run));
  }

  private static String columnName(String scalar, ArvizVariable variable) {
    char separator = variable.shape().isEmpty() ? '_' : '.';
    return scalar.replace("]", "").replace('[', separator).replace(',', separator);
  }

  private static String settings(ChainDraws draws, StanRun run) {
    return String.join(
        "\n",
        "# stan_version_major = 2",
        "# stan_version_minor = 32",
        "# stan_version_patch = 0",
        "# model = " + run.model(),
        "# method = sample (Default)",
        "#   sample",
        "#     num_samples = " + draws.draws(),
        "#     num_warmup = " + run.warmup(),
        "#     save_warmup = 0 (Default)",
        "#     thin = 1 (Default)",
        "#     adapt",
        "#       engaged = 1 (Default)",
        "#       delta = " + run.targetAcceptance(),
        "#     algorithm = hmc (Default)",
        "#       hmc",
        "#         engine = nuts (Default)",
        "#           nuts",
        "#             max_depth = " + run.maxDepth(),
        "#         metric = " + run.metric(),
        "# num_chains = 1 (Default)",
        "# id = " + run.chain(),
        "# random",
        "#   seed = " + run.seed(),
        "");
  }

  private static String adaptation(ChainDraws draws) {
    double[] steps = draws.statistics().stepSize();
    return "# Adaptation terminated\n# Step size = "
        + (steps.length == 0 ? Double.NaN : steps[steps.length - 1])
        + "\n";
  }

  private static void row(ChainDraws draws, List<Integer> columns, int draw, Appendable out)
      throws IOException {
    SamplerStatistics statistics = draws.statistics();
    out.append(number(statistics.lp()[draw]));
    out.append(',').append(number(statistics.acceptanceRate()[draw]));
    out.append(',').append(number(statistics.stepSize()[draw]));
    out.append(',').append(Integer.toString(statistics.treeDepth()[draw]));
    out.append(',').append(Integer.toString(statistics.steps()[draw]));
    out.append(',').append(statistics.diverging()[draw] ? '1' : '0');
    out.append(',').append(number(statistics.energy()[draw]));
    int width = draws.variables().size();
    for (int column : columns) {
      out.append(',').append(number(draws.values()[draw * width + column]));
    }
    out.append('\n');
  }

  private static String number(double x) {
    if (Double.isNaN(x)) {
      return "nan";
    }
    return Double.isInfinite(x) ? (x > 0 ? "inf" : "-inf") : Double.toString(x);
  }

  private static String times(StanRun run) {
    double total = run.warmupSeconds() + run.samplingSeconds();
    return "# \n#  Elapsed Time: "
        + run.warmupSeconds()
        + " seconds (Warm-up)\n#                "
        + run.samplingSeconds()
        + " seconds (Sampling)\n#                "
        + total
        + " seconds (Total)\n# \n";
  }
}
