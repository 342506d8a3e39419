package org.debye.jobs.study.absorption.mixture;

import java.util.Locale;

/** What fractions are held against. */
enum MixtureRival {
  /** The same network, which has seen pure sites alone: probabilities read as fractions. */
  PURE("pure sites"),
  /** Linear combination fitting by the mean spectra of the classes. */
  CLASS_MEANS("class means"),
  /** What knows nothing of the spectrum. */
  MEAN_FRACTION("mean fraction");

  private final String title;

  MixtureRival(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Its name in the table of results. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
