package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;

/** Against scipy's CubicSpline and numpy's Polynomial.fit: test/golden/absorption/spline.py. */
class CurveGoldenTest {
  @Test
  void agreesWithScipyAndNumpy() {
    double[] x = new double[0];
    double[] y = new double[0];
    double[] places = new double[0];
    int compared = 0;
    String golden = new String(Golden.bytes("absorption/spline.txt"), StandardCharsets.UTF_8);
    for (String line : golden.lines().toList()) {
      String key = line.substring(0, line.indexOf(' '));
      double[] values =
          Arrays.stream(line.substring(key.length() + 1).split(" ", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      if (key.equals("x")) {
        x = values;
      } else if (key.equals("y")) {
        y = values;
      } else if (key.equals("places")) {
        places = values;
      } else {
        double[] mine = mine(key, x, y, places);
        for (int i = 0; i < values.length; i++) {
          assertThat(mine[i]).as("%s at %s", key, places[i]).isCloseTo(values[i], within(1e-8));
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(44);
  }

  private static double[] mine(String key, double[] x, double[] y, double[] places) {
    if (key.equals("spline")) {
      return CubicSpline.through(x, y).at(places);
    }
    if (key.equals("derivative")) {
      return Arrays.stream(places).map(CubicSpline.through(x, y)::slopeAt).toArray();
    }
    int degree = key.charAt(key.length() - 1) - '0';
    PolynomialFit fit = PolynomialFit.of(x, y, 0, x.length, degree);
    assertThat(fit.degree()).isEqualTo(degree);
    boolean slope = key.startsWith("slope");
    return Arrays.stream(places).map(at -> slope ? fit.slopeAt(at) : fit.at(at)).toArray();
  }

  @Test
  void fitsOnlyThePointsOfItsRange() {
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {100, 1, 3, 5, -100};
    PolynomialFit line = PolynomialFit.of(x, y, 1, 4, 1);
    assertThat(line.at(0)).isCloseTo(-1, within(1e-12));
    assertThat(line.slopeAt(9)).isCloseTo(2, within(1e-12));
    assertThat(PolynomialFit.of(x, y, 2, 3, 4).at(7)).isEqualTo(3);
  }

  @Test
  void refusesPlacesThatDoNotAscend() {
    assertThatThrownBy(() -> CubicSpline.through(new double[] {0, 1, 1}, new double[3]))
        .hasMessageContaining("1.0 does not lie above 1.0");
  }
}
