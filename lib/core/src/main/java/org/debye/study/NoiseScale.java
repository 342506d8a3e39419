package org.debye.study;

import java.io.Serializable;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** Where a dataset's noise scale sigma comes from. */
public sealed interface NoiseScale extends Serializable {

  /** The scale of one dataset, above 0. */
  double choose(RandomStream random);

  /** The streams below this scale's name. */
  RandomStreams name(RandomStreams streams);

  /** The same for every dataset; above 0. */
  record Fixed(double sigma) implements NoiseScale {
    public Fixed {
      if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a noise scale of " + sigma);
      }
    }

    @Override
    public double choose(RandomStream random) {
      return sigma;
    }

    @Override
    public RandomStreams name(RandomStreams streams) {
      return streams.under("fixed").under(Double.doubleToLongBits(sigma));
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

    @Override
    public double choose(RandomStream random) {
      return from + (to - from) * random.nextOpenDouble();
    }

    @Override
    public RandomStreams name(RandomStreams streams) {
      return streams
          .under("drawn")
          .under(Double.doubleToLongBits(from))
          .under(Double.doubleToLongBits(to));
    }
  }
}
