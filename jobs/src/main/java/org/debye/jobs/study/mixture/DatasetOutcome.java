package org.debye.jobs.study.mixture;

import java.util.EnumMap;
import java.util.Map;
import org.debye.study.StudyDataset;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.jspecify.annotations.Nullable;

/**
 * What the methods made of one dataset.
 *
 * @param methods those of which a start has a result
 */
record DatasetOutcome(StudyDataset dataset, Map<StudyMethod, MethodOutcome> methods) {
  DatasetOutcome {
    methods = methods.isEmpty() ? Map.of() : new EnumMap<>(methods);
  }

  double alpha1() {
    return dataset.alpha1();
  }

  /** The dataset's noise scale; NaN where no method has a result. */
  double sigma() {
    return methods.values().stream()
        .mapToDouble(one -> one.metric(StudyMetric.SIGMA))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Nullable MethodOutcome method(StudyMethod method) {
    return methods.get(method);
  }

  /** A metric of a method's kept start; NaN where there is none. */
  double metric(StudyMethod method, StudyMetric metric) {
    MethodOutcome outcome = methods.get(method);
    return outcome == null ? Double.NaN : outcome.metric(metric);
  }
}
