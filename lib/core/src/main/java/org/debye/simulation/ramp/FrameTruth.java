package org.debye.simulation.ramp;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is true of one frame.
 *
 * @param frame from 0
 * @param timeSeconds since the first frame
 * @param newShare share of the sample that has gone over, within 0 and 1
 * @param fractions volume fractions of all phases by {@link Crystal#key()}; their sum is 1
 */
public record FrameTruth(
    int frame,
    double timeSeconds,
    double pressureGpa,
    double newShare,
    Map<String, Double> fractions,
    FrameLabel label) {
  public FrameTruth {
    fractions = Collections.unmodifiableMap(new TreeMap<>(fractions));
  }
}
