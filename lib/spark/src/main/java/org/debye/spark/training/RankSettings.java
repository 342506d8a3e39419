package org.debye.spark.training;

import java.io.Serializable;
import java.net.URI;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.collective.Patience;

/**
 * How ranks are run.
 *
 * @param ranks one for each executor or GPU
 * @param checkpoints folder that all executors see and no other run uses
 * @param patience of ranks for one another, and of the driver for executors to come
 */
public record RankSettings(int ranks, URI checkpoints, Patience patience) implements Serializable {
  public RankSettings {
    if (ranks < 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "ranks",
          "there is nobody to do the work with " + ranks + " ranks",
          "Give at least 1.");
    }
  }
}
