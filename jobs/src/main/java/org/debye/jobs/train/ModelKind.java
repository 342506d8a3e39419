package org.debye.jobs.train;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.debye.learning.binned.BinSettings;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.storage.BinnedCard;
import org.debye.learning.storage.EncoderCard;
import org.debye.learning.storage.NetworkCard;
import org.debye.learning.storage.PretrainingMethod;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/** What can be trained. */
public enum ModelKind {
  FCNN,
  CNN,
  RESNET,
  LSTM,
  TRANSFORMER,
  CONV_SC,
  CONV_SCT,
  XANES_MLP,
  XANES_CNN,
  BINNED,
  BINNED_END_TO_END,
  MINIROCKET_RIDGE,
  HYDRA_RIDGE,
  PCA_LOGISTIC,
  RANDOM_FOREST,
  ENDMEMBERS,
  SUPERVISED_CONTRAST,
  SPECSELFTIME,
  SPECRR,
  SPECMOCO,
  SPECRRMOCO,
  LINEAR,
  CROSS_ENTROPY;

  /** Whether it is trained step by step. */
  boolean isNetwork() {
    return switch (this) {
      case FCNN, CNN, RESNET, LSTM, TRANSFORMER, CONV_SC, CONV_SCT, XANES_MLP, XANES_CNN -> true;
      case BINNED, BINNED_END_TO_END -> true;
      case SUPERVISED_CONTRAST, SPECSELFTIME, SPECRR, SPECMOCO, SPECRRMOCO, LINEAR, CROSS_ENTROPY ->
          true;
      case MINIROCKET_RIDGE, HYDRA_RIDGE, PCA_LOGISTIC, RANDOM_FOREST, ENDMEMBERS -> false;
    };
  }

  /** How an encoder learns representations; empty for what tells classes apart. */
  Optional<PretrainingMethod> pretraining() {
    return switch (this) {
      case SUPERVISED_CONTRAST, SPECSELFTIME, SPECRR, SPECMOCO, SPECRRMOCO ->
          Optional.of(PretrainingMethod.valueOf(name()));
      default -> Optional.empty();
    };
  }

  /** Whether it has an encoder of representations that learns from views of spectra. */
  boolean drawsViews() {
    return pretraining().isPresent() || this == CROSS_ENTROPY;
  }

  /** Whether it learns from spectra that nobody has labelled. */
  boolean needsNoLabels() {
    return pretraining().isPresent() && !pretraining().get().needsLabels();
  }

  /**
   * The network as the keys want it; empty for what is none.
   *
   * @param spectra that it learns from
   * @param encoder that a linear layer learns on
   */
  Optional<NetworkCard> network(
      TrainConfig config,
      SpectralAxis axis,
      int classes,
      int spectra,
      @Nullable TrainedEncoder encoder) {
    return switch (this) {
      case FCNN, CNN, RESNET, LSTM, TRANSFORMER, CONV_SC, CONV_SCT, XANES_MLP, XANES_CNN ->
          Optional.of(
              new EncoderCard(
                  Architecture.valueOf(name()),
                  new EncoderSettings(axis.points(), config.dropout()),
                  classes));
      case BINNED, BINNED_END_TO_END -> {
        BinSettings bins = config.bins().settings();
        yield Optional.of(new BinnedCard(this == BINNED_END_TO_END, bins, axis, classes));
      }
      case SUPERVISED_CONTRAST, SPECSELFTIME, SPECRR, SPECMOCO, SPECRRMOCO ->
          Optional.of(config.pretraining().card(PretrainingMethod.valueOf(name()), spectra));
      case LINEAR -> Optional.of(Objects.requireNonNull(encoder).linear(classes));
      case CROSS_ENTROPY -> Optional.of(config.pretraining().classifier(classes));
      case MINIROCKET_RIDGE, HYDRA_RIDGE, PCA_LOGISTIC, RANDOM_FOREST, ENDMEMBERS ->
          Optional.empty();
    };
  }

  /** As it is written: {@code conv-sct}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
