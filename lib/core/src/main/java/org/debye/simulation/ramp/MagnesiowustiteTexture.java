package org.debye.simulation.ramp;

import java.util.List;
import java.util.Map;

/**
 * Orientation of the magnesiowuestite's and the platinum's grains in the published ramp, from the
 * heights of its lines. All numbers are printed by RampCalibration, which stands among the tests.
 */
final class MagnesiowustiteTexture {
  private MagnesiowustiteTexture() {}

  static Texture published() {
    return new Texture(PRESSURES, TRENDS, 0.05, 10, 0.750);
  }

  private static final List<Double> PRESSURES =
      List.of(
          0.50, 1.00, 1.39, 2.00, 2.68, 3.70, 5.20, 6.60, 7.60, 8.56, 9.60, 12.91, 24.00, 40.80,
          59.50, 84.63);

  private static final Map<String, List<Double>> TRENDS =
      Map.ofEntries(
          Map.entry(
              "Pt 111",
              List.of(
                  0.851, 0.663, 0.512, 0.425, 0.354, 0.289, 0.284, 0.299, 0.297, 0.300, 0.323,
                  0.134, -0.060, -0.134, -0.074, -0.199)),
          Map.entry(
              "Pt 200",
              List.of(
                  0.186, -0.027, -0.150, -0.162, -0.232, -0.247, -0.293, -0.217, -0.211, -0.232,
                  -0.332, -0.336, -0.605, -0.544, -0.660, -0.660)),
          Map.entry(
              "Pt 220",
              List.of(
                  -0.200, -0.041, -0.041, -0.041, -0.041, -0.041, -0.041, -0.041, -0.041, -0.041,
                  -0.041, -0.041, -0.041, -0.041, -0.041, -0.041)),
          Map.entry(
              "Pt 222",
              List.of(
                  -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443,
                  -0.443, -0.443, -0.443, -0.443, -0.443, -0.443)),
          Map.entry(
              "Pt 311",
              List.of(
                  -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443, -0.443,
                  -0.443, -0.443, -0.443, -0.443, -0.443, -0.443)),
          Map.entry(
              "oxide 111",
              List.of(
                  0.520, 0.443, 0.518, 0.831, 1.257, 1.514, 1.589, 1.838, 1.935, 1.812, 1.651,
                  1.553, 1.457, 0.923, 0.609, 0.399)),
          Map.entry(
              "oxide 200",
              List.of(
                  0.568, 0.577, 0.636, 0.729, 0.757, 0.781, 0.859, 0.837, 0.834, 0.831, 1.061,
                  1.123, 1.072, 0.931, 0.597, 0.329)),
          Map.entry(
              "oxide 220",
              List.of(
                  0.722, 0.424, 0.116, -0.082, -0.202, -0.336, -0.398, -0.573, -0.929, -1.204,
                  -1.371, -1.337, -1.337, -1.337, -1.337, -1.337)),
          Map.entry(
              "oxide 222",
              List.of(
                  -0.461, -0.233, -0.040, 0.017, 0.273, 0.504, 0.537, -0.050, -0.353, -0.308,
                  -0.307, -0.307, -0.307, -0.307, -0.307, -0.307)),
          Map.entry(
              "oxide 311",
              List.of(
                  -0.389, -0.524, -0.544, -0.547, -0.544, -0.602, -0.560, -0.560, -0.560, -0.560,
                  -0.560, -0.560, -0.560, -0.560, -0.560, -0.560)));
}
