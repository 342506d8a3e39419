package org.debye.unmixing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.debye.fixtures.Golden;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.endmember.Endmembers;

/** The values of test/golden/estimators.py: a line each, a name and numbers. */
public final class EstimatorsGolden {
  public static final int POINTS = 16;
  public static final int ENDMEMBERS = 3;
  private static final Map<String, double[]> VALUES = read();

  private EstimatorsGolden() {}

  public static double[] of(String name) {
    return Objects.requireNonNull(VALUES.get(name), name).clone();
  }

  public static Observations spectra() {
    double[] values = of("spectra");
    return new Observations(values.length / POINTS, POINTS, values);
  }

  public static Endmembers pure() {
    return Endmembers.free(ENDMEMBERS, POINTS, of("pure"));
  }

  private static Map<String, double[]> read() {
    Map<String, double[]> out = new LinkedHashMap<>();
    String text = new String(Golden.bytes("estimators.txt"), StandardCharsets.US_ASCII);
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      out.put(
          words[0],
          Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray());
    }
    return out;
  }
}
