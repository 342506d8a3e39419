package org.debye.simulation;

import java.io.Serializable;

/**
 * How a crystal goes over to another structure: the share of the new phase is a logistic function
 * of pressure.
 *
 * @param pressureGpa where half has gone over, GPa, above 0
 * @param widthGpa scale of the logistic function, GPa, above 0; 10 to 90 % takes 4.4 of it
 */
public record Transition(double pressureGpa, double widthGpa) implements Serializable {
  public Transition {
    if (!(pressureGpa > 0) || !(widthGpa > 0)) {
      throw new IllegalArgumentException(
          "transition pressure and width must be positive, got "
              + pressureGpa
              + " and "
              + widthGpa
              + " GPa");
    }
  }

  /** Share of the new phase, within 0 and 1. */
  public double newShare(double atGpa) {
    return 1 / (1 + StrictMath.exp((pressureGpa - atGpa) / widthGpa));
  }
}
