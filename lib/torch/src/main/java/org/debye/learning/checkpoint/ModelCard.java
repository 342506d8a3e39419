package org.debye.learning.checkpoint;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model is, what it takes and where it comes from: enough to build it, to feed it and to
 * train it again. Immutable.
 *
 * @param classes in the order of the model's outputs; empty for a model that does not classify
 * @param metrics by name; one that does not apply is absent
 */
public record ModelCard(
    Architecture architecture,
    List<String> classes,
    CardAxis axis,
    SpectrumTreatment treatment,
    DataVersion data,
    TrainingRecord training,
    SortedMap<String, Double> metrics,
    CardOrigin origin)
    implements Serializable {
  public ModelCard {
    classes = List.copyOf(classes);
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    if (classes.stream().distinct().count() != classes.size()) {
      throw new IllegalArgumentException("a class twice among " + classes);
    }
    metrics.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("metric " + name + " is " + value);
          }
        });
  }

  /** The same model, trained further. */
  public ModelCard at(TrainingRecord now, SortedMap<String, Double> metricsNow) {
    return new ModelCard(architecture, classes, axis, treatment, data, now, metricsNow, origin);
  }
}
