package org.debye.study;

import java.util.Locale;
import java.util.Objects;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.variational.Iterate;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.unmixing.posterior.Abundances;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;

/**
 * How often draws of the noise's correlation are near 1 or -1, over the datasets of
 * CalibrationTest's mixture of three endmembers. Under the flat prior exact inference has, over all
 * datasets, 1 - t of its draws beyond t; what the truths of these datasets have is printed beside.
 *
 * <pre>CorrelationTails SAMPLED|INTEGRATED [DATASETS]</pre>
 */
public final class CorrelationTails {
  private static final double[] BEYOND = {0.9, 0.95, 0.98, 0.99};

  private final double[] ofDraws = new double[BEYOND.length];
  private final double[] ofTruths = new double[BEYOND.length];
  private double near;
  private double nearDiverged;
  private double diverged;
  private double effective;
  private double seconds;
  private int datasets;

  private CorrelationTails() {}

  public static void main(String[] args) {
    Abundances abundances = Abundances.valueOf(args[0]);
    int datasets = args.length > 1 ? Integer.parseInt(args[1]) : 400;
    StudyModel model = new StudyModel(3, 2, 40, 4, 4, 1, NoiseModel.STANDARD_DEVIATION);
    HmcSettings hmc =
        new HmcSettings(250, 120, 1200, 100, 0.9, 10, MetricKind.DIAGONAL, abundances);
    VariationalStartSettings unused =
        new VariationalStartSettings(1600, 0.01, Iterate.LAST, 200, 3, 100);
    StudySettings settings = new StudySettings(hmc, unused, unused, 1);
    CorrelationTails tails = new CorrelationTails();
    for (int number = 0; number < datasets; number++) {
      StudyDataset dataset = new StudyDataset(model, 3, new NoiseScale.Fixed(0.1), 31, number);
      tails.add(new StudyCell(dataset, StudyMethod.HMC, 0, settings, StudyDetail.DRAWS).run());
    }
    tails.print();
  }

  private void add(StudyResult result) {
    ChainDraws draws = result.draws().orElseThrow();
    int at = draws.variables().indexOf("L[2,1]");
    double truth = Objects.requireNonNull(result.arrays().get(StudyArray.GLOBALS.key()))[at];
    for (int draw = 0; draw < draws.draws(); draw++) {
      double size = Math.abs(draws.values()[draw * draws.variables().size() + at]);
      boolean diverges = draws.statistics().diverging()[draw];
      for (int t = 0; t < BEYOND.length; t++) {
        ofDraws[t] += size > BEYOND[t] ? 1.0 / draws.draws() : 0;
      }
      diverged += diverges ? 1.0 / draws.draws() : 0;
      near += size > 0.95 ? 1 : 0;
      nearDiverged += size > 0.95 && diverges ? 1 : 0;
    }
    for (int t = 0; t < BEYOND.length; t++) {
      ofTruths[t] += Math.abs(truth) > BEYOND[t] ? 1 : 0;
    }
    effective += metric(result, StudyMetric.LABEL_FREE_ESS);
    seconds += metric(result, StudyMetric.CPU_SECONDS);
    datasets++;
  }

  private static double metric(StudyResult result, StudyMetric metric) {
    return Objects.requireNonNull(result.metrics().get(metric.key()));
  }

  private void print() {
    print("%d datasets; share of |correlation| beyond a number: exact, draws, truths%n", datasets);
    for (int t = 0; t < BEYOND.length; t++) {
      double exact = 1 - BEYOND[t];
      print(
          "%.2f  %.3f  %.4f  %.4f%n",
          BEYOND[t], exact, ofDraws[t] / datasets, ofTruths[t] / datasets);
    }
    print("trajectories that diverged: %.4f; ", diverged / datasets);
    print("that led beyond 0.95: %.4f%n", nearDiverged / near);
    print("least effective draws of a label-free quantity, mean: %.1f; ", effective / datasets);
    print("a CPU second: %.1f%n", effective / seconds);
  }

  private static void print(String form, Object... values) {
    System.out.printf(Locale.ROOT, form, values);
  }
}
