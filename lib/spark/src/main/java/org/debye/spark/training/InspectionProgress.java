package org.debye.spark.training;

/** Is told how far labelled spectra have been looked through; called by one thread at a time. */
@FunctionalInterface
public interface InspectionProgress {
  /** Says nothing. */
  InspectionProgress SILENT = (spectra, inAll) -> {};

  /** About every second; what a task has read counts once the task has ended. */
  void at(long spectra, long inAll);
}
