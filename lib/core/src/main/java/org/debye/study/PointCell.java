package org.debye.study;

import java.util.Optional;
import org.debye.evaluation.EndmemberError;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.endmember.EndmemberExtractor;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.endmember.Extraction;
import org.debye.unmixing.endmember.NFindr;
import org.debye.unmixing.endmember.Sisal;
import org.debye.unmixing.endmember.Vca;
import org.debye.unmixing.posterior.CpuClock;

/**
 * A point estimator over several seeds; the estimate is the mean of the solutions, each matched to
 * the first (Hoidn et al., Results: "we use monte carlo samples over different seeds, and average
 * these samples for the mean N-Finder prediction").
 */
final class PointCell {
  private PointCell() {}

  static void run(StudyCell cell, SimulatedDataset data, RandomStreams streams, ResultParts parts) {
    EndmemberExtractor extractor = extractor(cell.method());
    CpuClock clock = new CpuClock();
    int k = data.inferring().endmembers();
    int d = data.inferring().dimensions();
    double[] sum = new double[k * d];
    double[] first = new double[0];
    int unfinished = 0;
    for (int seed = 0; seed < cell.settings().seeds(); seed++) {
      Extraction extraction = extractor.extract(data.observed(), k, streams.at("seed", seed));
      Optional<Endmembers> found = extraction.found();
      if (found.isEmpty()) {
        parts.flag(((Extraction.Degenerate) extraction).reason());
        return;
      }
      unfinished += extraction instanceof Extraction.Unfinished ? 1 : 0;
      double[] solution = found.get().coordinates();
      first = seed == 0 ? solution : first;
      int[] matching = EndmemberError.match(solution, first, k, d);
      for (int at = 0; at < sum.length; at++) {
        sum[at] += solution[matching[at / d] * d + at % d] / cell.settings().seeds();
      }
    }
    parts.put(StudyMetric.CPU_SECONDS, clock.seconds());
    if (unfinished > 0) {
      parts.flag(unfinished + " searches were stopped at their limit of iterations");
    }
    parts.endmembers(data, sum);
  }

  private static EndmemberExtractor extractor(StudyMethod method) {
    return switch (method) {
      case N_FINDR -> NFindr.DEFAULT;
      case VCA -> Vca.DEFAULT;
      case SISAL -> Sisal.DEFAULT;
      case HMC, VI, VI_LOW_RANK, VI_FULL_RANK, VI_BLOCKS ->
          throw new IllegalArgumentException(method + " is no point estimator");
    };
  }
}
