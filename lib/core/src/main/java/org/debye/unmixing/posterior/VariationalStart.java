package org.debye.unmixing.posterior;

import java.util.List;
import java.util.Locale;
import org.debye.inference.variational.ElboRise;
import org.debye.inference.variational.Family;
import org.debye.inference.variational.Fitted;
import org.debye.inference.variational.VariationalFit;
import org.debye.inference.variational.VariationalInference;
import org.debye.inference.variational.VariationalSettings;
import org.debye.numeric.RandomStream;

/**
 * One fit of variational inference on the posterior of a mixture, from a random point in the middle
 * of the prior, and independent draws of what it found.
 */
public final class VariationalStart {
  private VariationalStart() {}

  /**
   * Runs one start. Equal arguments give equal draws to the last bit.
   *
   * @param family of the approximation
   * @param random the start's own stream
   */
  public static StartOutcome run(
      MixingDensity density,
      VariationalStartSettings settings,
      Family family,
      RandomStream random) {
    CpuClock clock = new CpuClock();
    double[] position = StartPoint.inTheMiddle(density, random);
    VariationalSettings fitting =
        VariationalSettings.paper()
            .withFamily(family)
            .withIterations(settings.iterations())
            .withLearningRate(settings.learningRate())
            .withIterate(settings.iterate());
    VariationalFit fit = VariationalInference.fit(density, fitting, position, random);
    if (fit instanceof VariationalFit.Failed failed) {
      return new StartOutcome.Refused(failed.reason());
    }
    return drawn((Fitted) fit, density, settings, random, clock);
  }

  private static StartOutcome drawn(
      Fitted fitted,
      MixingDensity density,
      VariationalStartSettings settings,
      RandomStream random,
      CpuClock clock) {
    ChainRecord record = new ChainRecord(density, settings.keptDraws());
    double[] position = new double[density.dimension()];
    double[] gradient = new double[position.length];
    for (int draw = 0; draw < settings.draws(); draw++) {
      fitted.draw(random, position);
      record.addIndependent(position, density.evaluate(position, gradient));
    }
    StartReport report =
        new StartReport.OfVariational(
            fitted.elbo().value(), fitted.trace(), fitted.rise(), fitted.elbo().paretoShape());
    long gradients = fitted.run().gradients() + 2L * settings.draws();
    return new StartOutcome.Fitted(
        new StartFit(
            record.layout(),
            record.draws(),
            record.logLikelihood(),
            Relabelling.none(record.size(), record.layout()),
            record.abundances(),
            report,
            flags(fitted),
            new StartFit.Cost(clock.seconds(), gradients)));
  }

  private static List<StartFlag> flags(Fitted fitted) {
    ElboRise rise = fitted.rise();
    if (rise.flat()) {
      return List.of();
    }
    String detail =
        String.format(
            Locale.ROOT,
            "the ELBO rose by %.1f +- %.1f in the last quarter of %d steps: not converged",
            rise.value(),
            rise.standardError(),
            fitted.trace().length);
    return List.of(new StartFlag(StartFlag.Kind.NOT_CONVERGED, detail));
  }
}
