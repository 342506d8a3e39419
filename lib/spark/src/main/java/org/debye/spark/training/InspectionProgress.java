package org.debye.spark.training;

/** Is told how far labelled spectra have been looked through; called by one thread at a time. */
@FunctionalInterface
public interface InspectionProgress {
  /** Says nothing. */
  InspectionProgress SILENT = (spectra, inAll) -> {};

  /** About every second; executors count in every ten. */
  void at(long spectra, long inAll);
}
