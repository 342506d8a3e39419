package org.debye.unmixing.scene;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.transform.Logits;
import org.debye.inference.variational.Fitted;
import org.debye.inference.variational.VariationalFit;
import org.debye.inference.variational.VariationalInference;
import org.debye.inference.variational.VariationalSettings;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.HmcStart;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.StartFit;
import org.debye.unmixing.posterior.StartOutcome;
import org.debye.unmixing.posterior.StartReport;
import org.debye.unmixing.posterior.StartSummary;

/** The starts of inference on the standardised points of a scene. */
final class SceneStarts {
  private static final double TARGET_ACCEPTANCE = 0.8;
  private static final int MOST_DOUBLINGS = 10;
  private static final int KEPT_ABUNDANCES = 16;
  private static final int ASCENT_STEPS = 5000;
  private static final double POOR_SHAPE = 0.7;

  private final Observations points;
  private final int endmembers;
  private final SceneSettings settings;
  private final RandomStreams streams;
  private final MixingDensity density;

  SceneStarts(Observations points, int endmembers, SceneSettings settings, RandomStreams streams) {
    this.points = points;
    this.endmembers = endmembers;
    this.settings = settings;
    this.streams = streams;
    density =
        MixingDensity.of(
            ScenePrior.model(endmembers, points.dimensions()),
            points,
            new MixingDensity.Options(ScenePrior.prior(), Logits.STRETCHED));
  }

  /** All starts that gave draws. */
  List<SceneStart> run() {
    List<SceneStart> starts = new ArrayList<>();
    for (int start = 0; start < settings.inference().starts(); start++) {
      double[] position = StartingPoint.of(density, points, endmembers, start, streams);
      RandomStream random = streams.at("start", start);
      Optional<SceneStart> done =
          settings.method() == SceneMethod.HMC
              ? sample(position, random)
              : approximate(position, random);
      done.ifPresent(starts::add);
    }
    return starts;
  }

  private Optional<SceneStart> sample(double[] position, RandomStream random) {
    int draws = settings.inference().draws();
    HmcSettings hmc =
        new HmcSettings(
            settings.inference().warmup(),
            draws,
            draws,
            KEPT_ABUNDANCES,
            TARGET_ACCEPTANCE,
            MOST_DOUBLINGS,
            MetricKind.GRADIENT_DIAGONAL);
    StartOutcome outcome = HmcStart.runFrom(density, hmc, position, random);
    if (!(outcome instanceof StartOutcome.Fitted fitted)) {
      return Optional.empty();
    }
    StartFit fit = fitted.fit();
    int divergences = fit.report() instanceof StartReport.OfChain chain ? chain.divergences() : 0;
    return Optional.of(
        new SceneStart(fit.summary(), divergences, fit.cost().cpuSeconds(), List.of()));
  }

  private Optional<SceneStart> approximate(double[] position, RandomStream random) {
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    VariationalFit fit =
        VariationalInference.fit(
            density, VariationalSettings.paper().withIterations(ASCENT_STEPS), position, random);
    if (!(fit instanceof Fitted fitted)) {
      return Optional.empty();
    }
    GlobalsLayout layout = GlobalsLayout.of(density.layout());
    int draws = settings.inference().draws();
    double[] globals = new double[layout.width()];
    double[] values = new double[draws * layout.width()];
    double[] logLikelihood = new double[draws];
    double[] at = new double[density.dimension()];
    for (int draw = 0; draw < draws; draw++) {
      fitted.draw(random, at);
      density.constrain(at, globals);
      System.arraycopy(globals, 0, values, draw * globals.length, globals.length);
      logLikelihood[draw] = density.logLikelihood(at);
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) * 1e-9;
    StartSummary summary = StartSummary.of(layout, values, logLikelihood);
    return Optional.of(new SceneStart(summary, 0, seconds, shapeFlags(fitted)));
  }

  private static List<SceneFlag> shapeFlags(Fitted fitted) {
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
