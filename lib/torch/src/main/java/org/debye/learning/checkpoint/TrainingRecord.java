package org.debye.learning.checkpoint;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a model was trained, and how.
 *
 * @param settings of loss, optimiser, schedule, batches and stopping
 * @param seeds by what they are for
 * @param epoch completed ones
 * @param globalStep steps of the optimiser in all epochs
 * @param worldSize ranks that trained together
 */
public record TrainingRecord(
    NamedSettings settings,
    SortedMap<String, Long> seeds,
    int epoch,
    long globalStep,
    int worldSize,
    TrainingPrecision precision)
    implements Serializable {
  public TrainingRecord {
    seeds = Collections.unmodifiableSortedMap(new TreeMap<>(seeds));
    if (epoch < 0 || globalStep < 0 || worldSize < 1) {
      throw new IllegalArgumentException(
          "epoch " + epoch + ", step " + globalStep + ", " + worldSize + " ranks");
    }
  }

  /** A record with seeds in any map. */
  public static TrainingRecord of(
      NamedSettings settings,
      Map<String, Long> seeds,
      int epoch,
      long globalStep,
      int worldSize,
      TrainingPrecision precision) {
    return new TrainingRecord(
        settings, new TreeMap<>(seeds), epoch, globalStep, worldSize, precision);
  }

  /** The same training, further on. */
  public TrainingRecord at(int epochNow, long stepNow) {
    return new TrainingRecord(settings, seeds, epochNow, stepNow, worldSize, precision);
  }
}
