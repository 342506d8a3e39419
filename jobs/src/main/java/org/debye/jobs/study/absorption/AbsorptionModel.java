package org.debye.jobs.study.absorption;

import java.util.Locale;
import java.util.Optional;
import org.debye.learning.network.Architecture;
import org.jspecify.annotations.Nullable;

/** What learns, from which part of the spectra, and what is added to those it learns from. */
public enum AbsorptionModel {
  MLP(Architecture.XANES_MLP, Added.NOTHING, Part.WHOLE),
  MLP_SHIFTED(Architecture.XANES_MLP, Added.SHIFTED, Part.WHOLE),
  MLP_NOISED(Architecture.XANES_MLP, Added.NOISED, Part.WHOLE),
  /** Learns from shifted spectra too, as what it is held against. */
  MLP_PRE_EDGE(Architecture.XANES_MLP, Added.SHIFTED, Part.PRE_EDGE),
  CNN(Architecture.XANES_CNN, Added.NOTHING, Part.WHOLE),
  CNN_SHIFTED(Architecture.XANES_CNN, Added.SHIFTED, Part.WHOLE),
  CNN_NOISED(Architecture.XANES_CNN, Added.NOISED, Part.WHOLE),
  /** Learns from shifted spectra too, as what it is held against. */
  CNN_PRE_EDGE(Architecture.XANES_CNN, Added.SHIFTED, Part.PRE_EDGE),
  /** A rival: ridge on MiniRocket's features. */
  MINIROCKET_RIDGE(null, Added.NOTHING, Part.WHOLE);

  /** What is put beside the spectra that are learnt from. */
  enum Added {
    NOTHING,
    /** Each of them moved along the energy. */
    SHIFTED,
    /** Each of them with noise. */
    NOISED
  }

  /** What is seen of a spectrum. */
  enum Part {
    WHOLE,
    /** Up to the cut-off of its element. */
    PRE_EDGE
  }

  private final @Nullable Architecture architecture;
  private final Added added;
  private final Part part;

  AbsorptionModel(@Nullable Architecture architecture, Added added, Part part) {
    this.architecture = architecture;
    this.added = added;
    this.part = part;
  }

  Added added() {
    return added;
  }

  Part part() {
    return part;
  }

  /** The network that it is; empty for a rival. */
  Optional<Architecture> network() {
    return Optional.ofNullable(architecture);
  }

  /** As it is written. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
