package org.debye.spectra.absorption;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a spectrum was normalised with, enough to do it again.
 *
 * @param e0 energy of the edge, eV
 * @param edgeStep jump of the absorption at e0, positive, in the unit of the absorption
 * @param pre1 first energy of the line below the edge, eV from e0
 * @param pre2 last energy of it
 * @param norm1 first energy of the polynomial above the edge, eV from e0
 * @param norm2 last energy of it
 * @param degree of that polynomial
 * @param victoreen exponent n of mu E^n below the edge
 * @param preOffset of the line below the edge, at E = 0
 * @param preSlope of it, per eV
 */
public record NormalisationParameters(
    double e0,
    double edgeStep,
    double pre1,
    double pre2,
    double norm1,
    double norm2,
    int degree,
    int victoreen,
    double preOffset,
    double preSlope) {

  /** By the names that tables hold, in Larch's words. */
  public Map<String, Double> byName() {
    Map<String, Double> values = new TreeMap<>();
    values.put("e0_eV", e0);
    values.put("edge_step", edgeStep);
    values.put("pre1_eV", pre1);
    values.put("pre2_eV", pre2);
    values.put("norm1_eV", norm1);
    values.put("norm2_eV", norm2);
    values.put("nnorm", (double) degree);
    values.put("nvict", (double) victoreen);
    values.put("pre_offset", preOffset);
    values.put("pre_slope", preSlope);
    return values;
  }

  /** Settings that give these parameters again. */
  public NormalisationSettings settings() {
    return new NormalisationSettings(e0, edgeStep, pre1, pre2, norm1, norm2, degree, victoreen);
  }
}
