package org.debye.study;

import java.io.Serializable;
import org.debye.numeric.RandomStream;

/** Where a dataset's noise scale sigma comes from. */
public sealed interface NoiseScale extends Serializable {

  /** The same for every dataset; above 0. */
  record Fixed(double sigma) implements NoiseScale {
    public Fixed {
      if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a noise scale of " + sigma);
      }
    }
  }

  /**
   * Drawn for each dataset, uniformly between two bounds. The authors' program has 0 and 0.032.
   *
   * @param from at least 0
   * @param to above {@code from}
   */
  record Drawn(double from, double to) implements NoiseScale {
    public Drawn {
      if (!(from >= 0 && from < to && to < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("noise scales from " + from + " to " + to);
      }
    }
  }

  /** The scale of one dataset, above 0. */
  default double choose(RandomStream random) {
    if (this instanceof Drawn drawn) {
      return drawn.from() + (drawn.to() - drawn.from()) * random.nextOpenDouble();
    }
    return ((Fixed) this).sigma();
  }
}
