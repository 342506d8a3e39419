package org.debye.spectra.absorption;

import java.util.Arrays;

/**
 * An absorption coefficient over energy, as measured or computed.
 *
 * @param energy eV, ascending; a point that was measured twice may be there twice
 * @param absorption mu(E) in any unit, as long; finite
 */
public record AbsorptionScan(double[] energy, double[] absorption) {
  /** Smallest step between energies that stay as they are, eV: TINY_ENERGY of Larch. */
  static final double LEAST_STEP = 5e-4;

  public AbsorptionScan {
    if (energy.length != absorption.length) {
      throw new IllegalArgumentException(
          energy.length + " energies of " + absorption.length + " values");
    }
  }

  /** Without the points where energy or absorption is no finite number. */
  public static AbsorptionScan finite(double[] energy, double[] absorption) {
    double[] e = new double[energy.length];
    double[] mu = new double[energy.length];
    int kept = 0;
    for (int i = 0; i < energy.length; i++) {
      if (Double.isFinite(energy[i]) && Double.isFinite(absorption[i])) {
        e[kept] = energy[i];
        mu[kept++] = absorption[i];
      }
    }
    return new AbsorptionScan(Arrays.copyOf(e, kept), Arrays.copyOf(mu, kept));
  }

  public int points() {
    return energy.length;
  }

  /** Whether no energy is below the one before it. */
  public boolean ascends() {
    for (int i = 1; i < energy.length; i++) {
      if (!(energy[i] >= energy[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** The scan moved along the energy, by a positive shift to higher energies. */
  public AbsorptionScan shifted(double shift) {
    return new AbsorptionScan(
        Arrays.stream(energy).map(e -> e + shift).toArray(), absorption.clone());
  }

  /** The points {@code from} to {@code to - 1}. */
  AbsorptionScan part(int from, int to) {
    return new AbsorptionScan(
        Arrays.copyOfRange(energy, from, to), Arrays.copyOfRange(absorption, from, to));
  }

  /** With repeated energies moved up by {@link #LEAST_STEP} each: remove_dups of Larch. */
  AbsorptionScan separated() {
    double[] apart = separated(energy);
    return apart == energy ? this : new AbsorptionScan(apart, absorption);
  }

  static double[] separated(double[] energy) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < energy.length; i++) {
      least = Math.min(least, energy[i] - energy[i - 1]);
    }
    if (least > 10 * LEAST_STEP) {
      return energy;
    }
    double[] apart = energy.clone();
    double added = 0;
    for (int i = 1; i < energy.length; i++) {
      added = Math.abs(energy[i] - energy[i - 1]) < LEAST_STEP ? added + LEAST_STEP : 0;
      apart[i] = energy[i] + added;
    }
    return apart;
  }

  /** Index of the last energy at or below one; 0 where there is none. */
  static int indexOf(double[] energy, double value) {
    int index = 0;
    for (int i = 0; i < energy.length; i++) {
      if (energy[i] <= value) {
        index = i;
      }
    }
    return index;
  }

  /** Index of the nearest energy, the first of two that are as near. */
  static int nearest(double[] energy, double value) {
    int index = 0;
    for (int i = 1; i < energy.length; i++) {
      if (Math.abs(energy[i] - value) < Math.abs(energy[index] - value)) {
        index = i;
      }
    }
    return index;
  }
}
