package org.debye.unmixing.combination;

import java.io.Serializable;

/**
 * How references are fitted.
 *
 * @param rule which weights are allowed
 * @param from where the fit begins, eV from e0
 * @param to where it ends, above {@code from}
 * @param shift largest shift of each reference to either side, eV; 0 for none
 */
public record CombinationSettings(WeightRule rule, double from, double to, double shift)
    implements Serializable {
  /** Largest shift that may be asked for, eV. */
  public static final double LARGEST_SHIFT = 10;

  public CombinationSettings {
    if (!(from < to) || !(shift >= 0) || shift > LARGEST_SHIFT) {
      throw new IllegalArgumentException(from + " to " + to + " eV, shifts of " + shift);
    }
  }

  /** Fractions of unmoved references from 20 eV below e0 to 30 eV above. */
  public static CombinationSettings standard() {
    return new CombinationSettings(WeightRule.FRACTIONS, -20, 30, 0);
  }

  /** The same with another rule. */
  public CombinationSettings with(WeightRule other) {
    return new CombinationSettings(other, from, to, shift);
  }

  /** The same with shifts. */
  public CombinationSettings withShift(double largest) {
    return new CombinationSettings(rule, from, to, largest);
  }

  /** How many numbers a fit of K references looks for, as Larch counts them: at a bound or not. */
  int varied(int references) {
    return references - (rule.sumToOne() ? 1 : 0) + (shift > 0 ? references : 0);
  }
}
