package org.debye.unmixing.posterior;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.EnergyFraction;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSampler;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.Recorder;
import org.debye.inference.nuts.SampledChain;
import org.debye.numeric.Assignment;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * Four chains on dataset d1 beside Stan's draws of it: speed, and whether the means agree.
 *
 * <pre>D1Comparison FOLDER [METRIC [WARMUP [DRAWS [SEED]]]]</pre>
 *
 * FOLDER holds d1.data.json and d1.stan_draws.csv. {@code lib/core/src/jmh/stan/d1_side_by_side.sh}
 * runs this and Stan after one another.
 */
public final class D1Comparison {
  private static final int CHAINS = 4;

  private final MixingDensity density;
  private final int endmembers;
  private final int dimensions;
  private final ChainDraws[] stan;

  /** What a run cost and gave. */
  record Outcome(
      List<ChainDraws> chains,
      double threadSeconds,
      double processSeconds,
      long gradients,
      long warmupGradients) {}

  private D1Comparison(Path folder) throws IOException {
    String json = Files.readString(folder.resolve("d1.data.json"));
    endmembers = (int) numbers(json, "K")[0];
    dimensions = (int) numbers(json, "D")[0];
    MixingModel model =
        new MixingModel(
            endmembers,
            dimensions,
            numbers(json, "alpha0")[0],
            numbers(json, "alpha1")[0],
            numbers(json, "sigma")[0],
            numbers(json, "eta")[0],
            NoiseModel.STANDARD_DEVIATION);
    Observations observations =
        new Observations((int) numbers(json, "N")[0], dimensions, numbers(json, "y"));
    density = MixingDensity.of(model, observations, MixingDensity.Options.ofModel());
    stan = StanDraws.read(folder.resolve("d1.stan_draws.csv"), density.globalNames());
  }

  /** Reads dataset and draws. */
  static D1Comparison in(Path folder) throws IOException {
    return new D1Comparison(folder);
  }

  public static void main(String[] args) throws IOException {
    D1Comparison comparison = in(Path.of(args[0]));
    MetricKind metric =
        args.length > 1 ? MetricKind.valueOf(args[1]) : MetricKind.GRADIENT_DIAGONAL;
    int warmup = args.length > 2 ? Integer.parseInt(args[2]) : 300;
    int draws = args.length > 3 ? Integer.parseInt(args[3]) : 1000;
    long seed = args.length > 4 ? Long.parseLong(args[4]) : 20261120;
    NutsSettings settings = NutsSettings.standard().withMetric(metric).withWarmup(warmup);
    Outcome outcome = comparison.run(settings, draws, seed);
    System.out.println(comparison.report(outcome, settings));
  }

  /** Samples, starting each chain in the middle of the prior, and matches labels to Stan's. */
  Outcome run(NutsSettings settings, int draws, long seed) {
    double process = processSeconds();
    double thread = threadSeconds();
    long gradients = 0;
    long warmup = 0;
    List<ChainDraws> chains = new ArrayList<>();
    for (int chain = 0; chain < CHAINS; chain++) {
      RandomStream random = RandomStreams.of(seed).at("d1", chain);
      ChainStart start =
          NutsChain.startAt(density, settings, StartPoint.inTheMiddle(density, random), random);
      SampledChain result =
          NutsSampler.sample(((ChainStart.Started) start).chain(), draws, new Globals(density));
      if (!(result instanceof SampledChain.Sampled sampled)) {
        throw new IllegalStateException(result.toString());
      }
      gradients += sampled.gradients();
      warmup += sampled.warmUp().gradients();
      chains.add(matched(sampled.draws()));
    }
    return new Outcome(
        chains, threadSeconds() - thread, processSeconds() - process, gradients, warmup);
  }

  /** The bulk effective size of the worst endmember coordinate. */
  double worstEffective(List<ChainDraws> chains) {
    return density.globalNames().stream()
        .filter(name -> name.startsWith("C["))
        .mapToDouble(name -> EffectiveSize.bulk(draws(name, chains)))
        .min()
        .orElseThrow();
  }

  /** How far our mean is from Stan's, in combined Monte Carlo errors. */
  double distance(String variable, List<ChainDraws> chains) {
    double[][] ours = draws(variable, chains);
    double[][] theirs = draws(variable, List.of(stan));
    double error = Math.hypot(MonteCarloError.mean(ours), MonteCarloError.mean(theirs));
    return Math.abs(mean(ours) - mean(theirs)) / error;
  }

  /** The mean of draws less Stan's, in Stan's standard deviations. */
  double meanDifference(String variable, ChainDraws draws) {
    double[][] theirs = draws(variable, List.of(stan));
    double[][] ours = draws(variable, List.of(draws));
    return (mean(ours) - mean(theirs)) / deviation(theirs);
  }

  /** The standard deviation of draws over Stan's. */
  double deviationRatio(String variable, ChainDraws draws) {
    return deviation(draws(variable, List.of(draws))) / deviation(draws(variable, List.of(stan)));
  }

  private static double deviation(double[][] chains) {
    double mean = mean(chains);
    return Math.sqrt(
        Arrays.stream(chains)
            .flatMapToDouble(Arrays::stream)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }

  MixingDensity density() {
    return density;
  }

  double rHat(String variable, List<ChainDraws> chains) {
    return RHat.rankNormalised(draws(variable, chains));
  }

  /** The globals that Stan's draws hold: entries of L on the diagonal are not among them. */
  List<String> variables() {
    return density.globalNames().stream().filter(stan[0].variables()::contains).toList();
  }

  private String report(Outcome outcome, NutsSettings settings) {
    StringBuilder text = new StringBuilder();
    int draws = outcome.chains().get(0).draws();
    double effective = worstEffective(outcome.chains());
    long sampling = outcome.gradients() - outcome.warmupGradients();
    append(text, "%s, %d chains x (%d + %d)", settings.metric(), CHAINS, settings.warmup(), draws);
    append(text, "CPU s: %.2f of the sampling thread", outcome.threadSeconds());
    append(text, "CPU s: %.2f of the process, compiler included", outcome.processSeconds());
    append(text, "leapfrogs: %d, after warm-up %d", outcome.gradients(), sampling);
    double micros = 1e6 * outcome.threadSeconds() / outcome.gradients();
    append(text, "us per leapfrog: %.1f", micros);
    append(text, "leapfrogs per draw: %.1f", sampling / (double) (CHAINS * draws));
    for (ChainDraws chain : outcome.chains()) {
      int diverging = 0;
      for (boolean one : chain.statistics().diverging()) {
        diverging += one ? 1 : 0;
      }
      double fraction = EnergyFraction.bfmi(chain.statistics().energy());
      double step = chain.statistics().stepSize()[0];
      append(
          text, "  chain: divergences %d, E-BFMI %.2f, step size %.3f", diverging, fraction, step);
    }
    append(text, "worst bulk ESS of an endmember coordinate: %.0f", effective);
    append(text, "per CPU second of the thread: %.0f", effective / outcome.threadSeconds());
    append(text, "per CPU second of the process: %.0f", effective / outcome.processSeconds());
    append(text, "per 1000 leapfrogs after warm-up: %.1f", 1000 * effective / sampling);
    for (String name : variables()) {
      append(
          text,
          "  %-8s ESS %5.0f  R-hat %.3f  from Stan's mean %.1f errors",
          name,
          EffectiveSize.bulk(draws(name, outcome.chains())),
          rHat(name, outcome.chains()),
          distance(name, outcome.chains()));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  /** Endmembers and weights of a chain in the order of Stan's, by their mean coordinates. */
  ChainDraws matched(ChainDraws chain) {
    double[] cost = new double[endmembers * endmembers];
    for (int ours = 0; ours < endmembers; ours++) {
      for (int theirs = 0; theirs < endmembers; theirs++) {
        for (int d = 1; d <= dimensions; d++) {
          double difference =
              mean(draws(coordinate(d, ours), List.of(chain)))
                  - mean(draws(coordinate(d, theirs), List.of(stan)));
          cost[theirs * endmembers + ours] += difference * difference;
        }
      }
    }
    int[] ours = Assignment.minimise(cost, endmembers, endmembers);
    double[] values = chain.values().clone();
    for (int theirs = 0; theirs < endmembers; theirs++) {
      for (int d = 1; d <= dimensions; d++) {
        move(chain, coordinate(d, ours[theirs]), coordinate(d, theirs), values);
      }
      move(chain, weight(ours[theirs]), weight(theirs), values);
    }
    return new ChainDraws(chain.variables(), values, chain.statistics());
  }

  private static void move(ChainDraws chain, String from, String to, double[] values) {
    double[] series = chain.of(from);
    int column = chain.variables().indexOf(to);
    for (int draw = 0; draw < series.length; draw++) {
      values[draw * chain.variables().size() + column] = series[draw];
    }
  }

  private static String coordinate(int dimension, int endmember) {
    return "C[" + dimension + "," + (endmember + 1) + "]";
  }

  private static String weight(int endmember) {
    return "w[" + (endmember + 1) + "]";
  }

  private static double[][] draws(String variable, List<ChainDraws> chains) {
    return chains.stream().map(chain -> chain.of(variable)).toArray(double[][]::new);
  }

  private static double mean(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }

  private static double threadSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double processSeconds() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1e9;
  }

  /** All numbers of one value of a JSON object, in order. */
  private static double[] numbers(String json, String key) {
    int at = json.indexOf("\"" + key + "\":") + key.length() + 3;
    int end = at;
    int depth = 0;
    while (depth > 0 || (json.charAt(end) != ',' && json.charAt(end) != '}')) {
      depth += json.charAt(end) == '[' ? 1 : json.charAt(end) == ']' ? -1 : 0;
      end++;
    }
    String flat = json.substring(at, end).replace("[", "").replace("]", "");
    return Arrays.stream(flat.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** Keeps the globals. */
  private record Globals(MixingDensity density) implements Recorder {
    @Override
    public List<String> variables() {
      return density.globalNames();
    }

    @Override
    public void record(double[] position, double[] values) {
      density.constrain(position, values);
    }
  }
}
