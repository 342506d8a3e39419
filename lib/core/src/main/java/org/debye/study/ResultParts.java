package org.debye.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.debye.evaluation.EndmemberError;
import org.debye.inference.draws.ChainDraws;
import org.debye.spectra.mixing.Mixture;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.LabelFree;
import org.jspecify.annotations.Nullable;

/** A cell's result while it comes together. */
final class ResultParts {
  private final List<String> flags = new ArrayList<>();
  private final Map<String, Double> metrics = new HashMap<>();
  private final Map<String, double[]> arrays = new HashMap<>();
  private @Nullable ChainDraws draws;

  /** A number that is not finite says nothing and is left out, with a flag. */
  void put(StudyMetric metric, double value) {
    if (Double.isFinite(value)) {
      metrics.put(metric.key(), value);
    } else {
      flag(metric.key() + " is not finite");
    }
  }

  void put(StudyArray array, double[] values) {
    arrays.put(array.key(), values);
  }

  void flag(String reason) {
    flags.add(reason);
  }

  void put(ChainDraws all) {
    draws = all;
  }

  StudyResult result() {
    return new StudyResult(flags, metrics, arrays, Optional.ofNullable(draws));
  }

  /** What is known before any inference. */
  void describe(SimulatedDataset data, StudyDetail detail) {
    Mixture truth = data.truth();
    put(StudyMetric.SIGMA, data.inferring().sigma());
    put(StudyArray.TRUE_WEIGHTS, truth.weights());
    put(StudyArray.TRUE_ENDMEMBERS, truth.endmembers());
    put(StudyArray.TRUE_SCALES, truth.scales());
    put(StudyArray.GLOBALS, GlobalsLayout.of(data.inferring()).globals(truth));
    if (detail != StudyDetail.NUMBERS) {
      put(StudyArray.OBSERVATIONS, data.observed().values());
    }
  }

  /** Endmembers against the truth; returns the label that stands for each true one. */
  int[] endmembers(SimulatedDataset data, double[] estimate) {
    GlobalsLayout layout = GlobalsLayout.of(data.inferring());
    int k = layout.endmembers();
    int d = layout.dimensions();
    EndmemberError error = EndmemberError.of(estimate, data.truth().endmembers(), k, d);
    put(StudyMetric.FROBENIUS_ERROR, error.frobenius());
    put(StudyArray.ENDMEMBER_ERRORS, error.signed());
    double[] globals = new double[layout.width()];
    System.arraycopy(estimate, 0, globals, layout.endmembersAt(), estimate.length);
    double[] matched = layout.endmembers(layout.relabelled(globals, error.matching()));
    put(StudyArray.ENDMEMBERS, matched);
    put(StudyMetric.SIMPLEX_VOLUME, LabelFree.volume(layout, globals));
    return error.matching();
  }
}
