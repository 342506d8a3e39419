package org.debye.jobs.train;

import java.util.Locale;
import java.util.Optional;
import org.debye.learning.network.Architecture;

/** What can be trained. */
public enum ModelKind {
  FCNN(Architecture.FCNN),
  CNN(Architecture.CNN),
  RESNET(Architecture.RESNET),
  LSTM(Architecture.LSTM),
  TRANSFORMER(Architecture.TRANSFORMER),
  CONV_SC(Architecture.CONV_SC),
  CONV_SCT(Architecture.CONV_SCT),
  MINIROCKET_RIDGE(null),
  HYDRA_RIDGE(null),
  PCA_LOGISTIC(null),
  RANDOM_FOREST(null),
  ENDMEMBERS(null);

  private final @org.jspecify.annotations.Nullable Architecture network;

  ModelKind(@org.jspecify.annotations.Nullable Architecture network) {
    this.network = network;
  }

  /** Empty for what is no neural network. */
  Optional<Architecture> network() {
    return Optional.ofNullable(network);
  }

  /** As it is written: {@code conv-sct}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
