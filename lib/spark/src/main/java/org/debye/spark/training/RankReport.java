package org.debye.spark.training;

import java.io.Serializable;
import java.util.List;
import org.debye.failure.InputException;

/** A rank's end as a value, so that Spark does not try again what no trial mends. */
sealed interface RankReport<R> extends Serializable {
  /** Of the attempt that it belongs to; unlike that of any other. */
  String fence();

  /** The work is done. */
  record Done<R>(String fence, RankOutcome<R> outcome) implements RankReport<R> {}

  /** The rank has found what the user must mend. */
  record Refused<R>(String fence, InputException refusal) implements RankReport<R> {}

  /** Another rank has refused. */
  record Stopped<R>(String fence) implements RankReport<R> {}

  /**
   * Whether all reports are of one attempt. Spark may take the late success of a rank whose attempt
   * it has given up as the result of the next one (SPARK-59094).
   */
  static <R> boolean ofOneAttempt(List<RankReport<R>> reports) {
    return reports.stream().map(RankReport::fence).distinct().count() == 1;
  }
}
