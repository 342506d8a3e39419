package org.debye.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.debye.inference.draws.ChainDraws;

/**
 * What one cell of the study found.
 *
 * @param flags what makes the result doubtful, sentences; empty if nothing does
 * @param metrics single numbers, by {@link StudyMetric#key}; one that does not apply is absent
 * @param arrays by {@link StudyArray#key}
 * @param draws of the globals, in the sampler's own labels, if wanted and if there are any
 */
public record StudyResult(
    List<String> flags,
    Map<String, Double> metrics,
    Map<String, double[]> arrays,
    Optional<ChainDraws> draws) {

  public StudyResult {
    flags = List.copyOf(flags);
    metrics = Map.copyOf(metrics);
    arrays = Map.copyOf(arrays);
  }

  public StudyStatus status() {
    return flags.isEmpty() ? StudyStatus.DONE : StudyStatus.FLAGGED;
  }

  /** One metric, if it applies. */
  public OptionalDouble metric(StudyMetric metric) {
    Double value = metrics.get(metric.key());
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** One array, if it applies. */
  public Optional<double[]> array(StudyArray array) {
    return Optional.ofNullable(arrays.get(array.key()));
  }

  /** Whether a result may be believed as it stands. */
  public enum StudyStatus {
    DONE,
    FLAGGED
  }
}
