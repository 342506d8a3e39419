package org.debye.unmixing.posterior;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSampler;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.Recorder;
import org.debye.inference.nuts.SampledChain;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Four chains of a mixture's globals by NUTS, one after the other.
 *
 * <pre>MixtureSampling DATA.json FOLDER METRIC [WARMUP [DRAWS [SEED]]]</pre>
 *
 * leaves {@code debye-METRIC.draws.csv} and {@code debye-METRIC.cost.csv} in FOLDER.
 */
public final class MixtureSampling {
  private static final int CHAINS = 4;

  private final MixingDensity density;

  MixtureSampling(MixingDensity density) {
    this.density = density;
  }

  public static void main(String[] args) throws IOException {
    MetricKind metric = MetricKind.valueOf(args[2]);
    int warmup = args.length > 3 ? Integer.parseInt(args[3]) : 300;
    int draws = args.length > 4 ? Integer.parseInt(args[4]) : 1000;
    long seed = args.length > 5 ? Long.parseLong(args[5]) : 20261120;
    NutsSettings settings = NutsSettings.standard().withMetric(metric).withWarmup(warmup);
    MixtureSampling sampling = new MixtureSampling(StanMixture.read(Path.of(args[0])).density());
    String name = "debye-" + metric.name().toLowerCase(Locale.ROOT);
    sampling.run(settings, draws, seed).write(Path.of(args[1]), name);
  }

  /** Samples, starting each chain in the middle of the prior. */
  MixtureRun run(NutsSettings settings, int draws, long seed) {
    double before = processSeconds();
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
      chains.add(sampled.draws());
    }
    MixtureRun.Cost cost =
        new MixtureRun.Cost(
            settings.warmup(),
            processSeconds() - before,
            gradients,
            gradients - warmup,
            MixtureRun.divergences(chains),
            MixtureRun.energyFraction(chains));
    return new MixtureRun("Debye " + settings.metric(), chains, cost);
  }

  /** Of all threads: the just-in-time compiler and the collector count. */
  private static double processSeconds() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1e9;
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
