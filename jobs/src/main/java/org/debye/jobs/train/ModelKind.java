package org.debye.jobs.train;

import java.util.Locale;
import java.util.Optional;
import org.debye.learning.binned.BinSettings;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.storage.BinnedCard;
import org.debye.learning.storage.EncoderCard;
import org.debye.learning.storage.NetworkCard;
import org.debye.spectra.SpectralAxis;

/** What can be trained. */
public enum ModelKind {
  FCNN,
  CNN,
  RESNET,
  LSTM,
  TRANSFORMER,
  CONV_SC,
  CONV_SCT,
  BINNED,
  BINNED_END_TO_END,
  MINIROCKET_RIDGE,
  HYDRA_RIDGE,
  PCA_LOGISTIC,
  RANDOM_FOREST,
  ENDMEMBERS;

  /** Whether it is trained step by step. */
  boolean isNetwork() {
    return switch (this) {
      case FCNN, CNN, RESNET, LSTM, TRANSFORMER, CONV_SC, CONV_SCT, BINNED, BINNED_END_TO_END ->
          true;
      case MINIROCKET_RIDGE, HYDRA_RIDGE, PCA_LOGISTIC, RANDOM_FOREST, ENDMEMBERS -> false;
    };
  }

  /** The network as the keys want it; empty for what is none. */
  Optional<NetworkCard> network(TrainConfig config, SpectralAxis axis, int classes) {
    return switch (this) {
      case FCNN, CNN, RESNET, LSTM, TRANSFORMER, CONV_SC, CONV_SCT ->
          Optional.of(
              new EncoderCard(
                  Architecture.valueOf(name()),
                  new EncoderSettings(axis.points(), config.dropout()),
                  classes));
      case BINNED, BINNED_END_TO_END -> {
        BinSettings bins = config.bins().settings();
        yield Optional.of(new BinnedCard(this == BINNED_END_TO_END, bins, axis, classes));
      }
      case MINIROCKET_RIDGE, HYDRA_RIDGE, PCA_LOGISTIC, RANDOM_FOREST, ENDMEMBERS ->
          Optional.empty();
    };
  }

  /** As it is written: {@code conv-sct}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
