package org.debye.learning.train;

/** Is told how training goes. Called on every rank, between epochs. */
public interface TrainingWatch {
  /** Says and writes nothing. */
  TrainingWatch SILENT = (report, state) -> {};

  /**
   * After each epoch.
   *
   * @param report of the epoch
   * @param state what training could go on from; made when it is asked for
   */
  void ended(EpochReport report, java.util.function.Supplier<TrainingState> state);
}
