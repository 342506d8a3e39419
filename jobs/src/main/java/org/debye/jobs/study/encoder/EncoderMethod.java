package org.debye.jobs.study.encoder;

import java.util.Locale;
import java.util.Optional;
import org.debye.jobs.train.ModelKind;

/** How classes are told apart by few labels. */
public enum EncoderMethod {
  /** A linear layer on an encoder that has learnt from relations between and within samples. */
  SPECSELFTIME,
  /** On one that has learnt from these and from the order of frames too. */
  SPECRR,
  /** On one that has learnt from momentum contrast. */
  SPECMOCO,
  /** On one that has learnt from all of these. */
  SPECRRMOCO,
  /** On an encoder that has learnt nothing. */
  UNTRAINED,
  /** On the intensities. */
  INTENSITIES,
  /** On the principal components of the intensities. */
  COMPONENTS,
  /** Clusters of all spectra, each with the class that most of its labels have. */
  SPECTRAL_CLUSTERS,
  /** MiniRocket and ridge. */
  MINIROCKET_RIDGE,
  /** Hydra and ridge. */
  HYDRA_RIDGE,
  /** The network of convolutions, taught by the labels alone. */
  CNN,
  /** ConvSC, likewise. */
  CONV_SC;

  /** What {@code train} calls the encoder; empty where none is pre-trained. */
  Optional<ModelKind> pretrained() {
    return switch (this) {
      case SPECSELFTIME, SPECRR, SPECMOCO, SPECRRMOCO -> Optional.of(ModelKind.valueOf(name()));
      default -> Optional.empty();
    };
  }

  /** As it is written. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
