package org.debye.spark.sweep;

import java.io.Serializable;
import java.util.Map;

/**
 * One point of a sweep: a computation that depends on nothing but what the object holds, so that it
 * gives the same numbers on whatever executor, in whatever order, and on every try. It is shipped
 * by Java serialisation, runs in one thread, and takes its randomness from {@link
 * org.debye.numeric.RandomStreams} keyed by its parameters.
 */
public interface SweepCell extends Serializable {

  /** Unique in the study and stable from run to run: {@code alpha1=0.1,seed=7/hmc/2}. */
  String id();

  /** What makes this cell differ from others: names and canonical values, for the table. */
  Map<String, String> parameters();

  /**
   * About how many seconds of one core it takes. Longer cells are begun first, tiny ones share a
   * task, and measured times correct the estimate of the time left; no result depends on it.
   */
  double cost();

  /**
   * Names the computation, and its version: cells of one kind have comparable costs, and a row made
   * by another kind is out of date. Raise the version when equal parameters come to mean other
   * numbers: {@code mixture-inference 2}.
   */
  default String kind() {
    return getClass().getSimpleName();
  }

  /**
   * Does it.
   *
   * @throws org.debye.failure.InputException where the scientist can mend it: a failed row with its
   *     code. Any other exception becomes a failed row with the code INTERNAL. Neither ends the
   *     sweep
   */
  CellOutcome run();
}
