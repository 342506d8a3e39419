package org.debye.inference.nuts;

import org.debye.inference.LogDensity;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.numeric.RandomStream;

/** Whole chains: start, warm-up and a fixed number of draws. */
public final class NutsSampler {
  private NutsSampler() {}

  /**
   * Samples one chain. Chains of one posterior differ in their streams alone.
   *
   * @param draws after warm-up, at least 1
   * @param recorder what to keep of each draw
   */
  public static SampledChain sample(
      LogDensity density,
      NutsSettings settings,
      int draws,
      RandomStream random,
      Recorder recorder) {
    ChainStart start = NutsChain.start(density, settings, random);
    if (start instanceof ChainStart.Refused refused) {
      return new SampledChain.NotSampled(refused.fault(), refused.reason());
    }
    return sample(((ChainStart.Started) start).chain(), draws, recorder);
  }

  /** Warms up and draws a chain that stands at its start. */
  public static SampledChain sample(NutsChain chain, int draws, Recorder recorder) {
    WarmUp warmUp = chain.warmUp();
    if (warmUp instanceof WarmUp.Stuck stuck) {
      return new SampledChain.NotSampled(stuck.fault(), stuck.reason());
    }
    return drawn(chain, draws, recorder, (WarmUp.Adapted) warmUp);
  }

  private static SampledChain drawn(
      NutsChain chain, int draws, Recorder recorder, WarmUp.Adapted adapted) {
    int width = recorder.variables().size();
    double[] position = new double[chain.dimension()];
    double[] row = new double[width];
    double[] values = new double[draws * width];
    SamplerStatistics statistics =
        new SamplerStatistics(
            new double[draws],
            new double[draws],
            new double[draws],
            new int[draws],
            new int[draws],
            new boolean[draws],
            new double[draws]);
    long moves = chain.moves();
    for (int draw = 0; draw < draws; draw++) {
      Trajectory trajectory = chain.step(position);
      recorder.record(position, row);
      System.arraycopy(row, 0, values, draw * width, width);
      note(trajectory, chain.stepSize(), statistics, draw);
    }
    if (chain.moves() == moves) {
      return new SampledChain.NotSampled(
          ChainFault.NEVER_MOVED, "the chain did not move in " + draws + " draws after warm-up");
    }
    ChainDraws all = new ChainDraws(recorder.variables(), values, statistics);
    return new SampledChain.Sampled(all, adapted, chain.gradients());
  }

  private static void note(
      Trajectory trajectory, double stepSize, SamplerStatistics statistics, int draw) {
    Trajectory.Path path = trajectory.path();
    statistics.lp()[draw] = path.logDensity();
    statistics.acceptanceRate()[draw] = path.acceptance();
    statistics.stepSize()[draw] = stepSize;
    statistics.treeDepth()[draw] = path.depth();
    statistics.steps()[draw] = path.steps();
    statistics.diverging()[draw] = trajectory.diverging();
    statistics.energy()[draw] = path.energy();
  }
}
