package org.debye.jobs.study.absorption.mixture;

import java.util.Locale;
import org.debye.learning.network.Architecture;

/** What learns fractions: the encoders of Carbone et al. 2019. */
public enum FractionModel {
  MLP(Architecture.XANES_MLP, 1),
  CNN(Architecture.XANES_CNN, 1.8);

  private final Architecture architecture;
  private final double effort;

  FractionModel(Architecture architecture, double effort) {
    this.architecture = architecture;
    this.effort = effort;
  }

  Architecture architecture() {
    return architecture;
  }

  /** Time of a step, the perceptron's being 1. */
  double effort() {
    return effort;
  }

  /** As it is written. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
