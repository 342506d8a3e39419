package org.debye.unmixing.scene;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.inference.variational.Fitted;
import org.debye.inference.variational.VariationalInference;
import org.debye.inference.variational.VariationalSettings;
import org.debye.numeric.RandomStream;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.StartSummary;

/**
 * One mean-field variational fit to a scene, and draws of it. The best start is chosen by its
 * evidence lower bound.
 */
final class SceneApproximation {
  private static final int ASCENT_STEPS = 5000;
  private static final int DRAWS = 1000;
  private static final double POOR_SHAPE = 0.7;

  private SceneApproximation() {}

  static Optional<SceneStart> run(MixingDensity density, double[] position, RandomStream random) {
    long begun = now();
    VariationalSettings settings = VariationalSettings.paper().withIterations(ASCENT_STEPS);
    return VariationalInference.fit(density, settings, position, random) instanceof Fitted fitted
        ? Optional.of(start(density, fitted, random, begun))
        : Optional.empty();
  }

  private static SceneStart start(
      MixingDensity density, Fitted fitted, RandomStream random, long begun) {
    GlobalsLayout layout = GlobalsLayout.of(density.layout());
    double[] globals = new double[layout.width()];
    double[] values = new double[DRAWS * layout.width()];
    double[] lp = new double[DRAWS];
    double[] at = new double[density.dimension()];
    double[] gradient = new double[at.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      fitted.draw(random, at);
      density.constrain(at, globals);
      System.arraycopy(globals, 0, values, draw * globals.length, globals.length);
      lp[draw] = density.evaluate(at, gradient);
    }
    StartSummary summary =
        new StartSummary(layout, values, fitted.elbo().value(), fitted.elbo().standardError());
    return new SceneStart(
        summary,
        new ChainDraws(density.globalNames(), values, withoutSampler(lp)),
        0,
        (now() - begun) * 1e-9,
        flags(fitted));
  }

  private static SamplerStatistics withoutSampler(double[] lp) {
    double[] none = new double[lp.length];
    Arrays.fill(none, Double.NaN);
    return new SamplerStatistics(
        lp, none, none, new int[lp.length], new int[lp.length], new boolean[lp.length], none);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<SceneFlag> flags(Fitted fitted) {
    double shape = fitted.elbo().paretoShape();
    if (shape <= POOR_SHAPE) {
      return List.of();
    }
    return List.of(
        new SceneFlag(
            SceneFlag.Kind.POOR_APPROXIMATION,
            String.format(
                Locale.ROOT, "the Pareto shape of the variational fit is %.2f, above 0.7", shape)));
  }
}
