package org.debye.jobs.study.mixture;

import org.debye.study.NoiseScale;
import org.debye.study.StudyCell;
import org.debye.study.StudyMetric;
import org.debye.study.StudyModel;
import org.debye.study.StudyPart;
import org.debye.study.StudyResult;
import org.debye.unmixing.posterior.HmcSettings;

/**
 * About how long a cell takes, so that the longest begin first. Only the order matters: the sweep
 * corrects the time left by what it measures.
 */
final class MixtureCost {
  /** CPU seconds of one gradient for each observation, endmember and dimension. */
  private static final double GRADIENT = 6e-9;

  private static final double LEAPFROGS_A_DRAW = 31;
  private static final double DRAWS_FOR_AN_EFFECTIVE_ONE = 3;
  private static final double POINT_ESTIMATE_SEED = 2e-3;

  /** That would take as long as the warm-up of a chain. */
  private static final double DRAWS_OF_WARM_UP = 200;

  private MixtureCost() {}

  static double seconds(StudyCell cell) {
    StudyModel model = cell.dataset().model();
    double gradient =
        GRADIENT * model.observations() * model.endmembers() * (1 + model.dimensions());
    return switch (cell.method()) {
      case HMC -> {
        HmcSettings hmc = cell.settings().hmc();
        int effective =
            cell.part() == StudyPart.COMPARED
                ? cell.settings().compared().effectiveDraws()
                : hmc.effectiveDraws();
        int warmup = cell.part() == StudyPart.KEPT ? 0 : hmc.warmup();
        double draws = warmup + DRAWS_FOR_AN_EFFECTIVE_ONE * effective;
        yield gradient * LEAPFROGS_A_DRAW * draws * difficulty(cell);
      }
      case VI -> gradient * cell.settings().variational().iterations();
      case VI_LOW_RANK -> 3 * gradient * cell.settings().variational().iterations();
      case VI_FULL_RANK ->
          gradient
              * cell.settings().variational().iterations()
              * (1 + model.observations() * (model.endmembers() - 1) / 20.0);
      case VI_BLOCKS -> 2 * gradient * cell.settings().blocks().iterations();
      case N_FINDR, VCA, SISAL -> POINT_ESTIMATE_SEED * cell.settings().seeds();
    };
  }

  /**
   * Of a chain that goes on.
   *
   * @param compared what it came to when it was compared
   */
  static double seconds(StudyCell kept, StudyResult compared) {
    HmcSettings hmc = kept.settings().hmc();
    double draws = compared.metric(StudyMetric.DRAWS).orElse(Double.NaN);
    double effective = compared.metric(StudyMetric.WORST_ESS).orElse(Double.NaN);
    double seconds = compared.metric(StudyMetric.CPU_SECONDS).orElse(Double.NaN);
    double wanted = Math.min(hmc.maximumDraws(), draws * hmc.effectiveDraws() / effective);
    double each = seconds / (draws + DRAWS_OF_WARM_UP);
    return Double.isFinite(wanted * each) ? wanted * each : seconds(kept);
  }

  /** Much mixed and noisy data leave a longer and narrower posterior. */
  private static double difficulty(StudyCell cell) {
    double sigma =
        cell.dataset().scale() instanceof NoiseScale.Fixed fixed
            ? fixed.sigma()
            : ((NoiseScale.Drawn) cell.dataset().scale()).to() / 2;
    return 1 + Math.sqrt(cell.dataset().alpha1()) * (1 + sigma);
  }
}
