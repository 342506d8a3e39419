package org.debye.exploration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.debye.fixtures.Golden;
import org.debye.spectra.mixing.Observations;

/** What scikit-learn finds: test/golden/exploration/clustering.py. */
public final class ExplorationGolden {
  private static final Map<String, double[]> VALUES = read();

  private ExplorationGolden() {}

  /** Values of a name. */
  public static double[] of(String name) {
    return Objects.requireNonNull(VALUES.get(name), name).clone();
  }

  public static int[] labels(String name) {
    return Arrays.stream(of(name)).mapToInt(v -> (int) v).toArray();
  }

  public static int number(String name) {
    return (int) of(name)[0];
  }

  /** The points of a case. */
  public static Observations points(String name) {
    double[] shape = of(name + ".shape");
    return new Observations((int) shape[0], (int) shape[1], of(name + ".X"));
  }

  private static Map<String, double[]> read() {
    Map<String, double[]> values = new HashMap<>();
    String text = new String(Golden.bytes("exploration/clustering.txt"), StandardCharsets.US_ASCII);
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      values.put(words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
    }
    return values;
  }
}
