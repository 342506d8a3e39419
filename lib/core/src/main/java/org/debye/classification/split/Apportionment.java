package org.debye.classification.split;

/** Whole numbers in the ratio of shares. */
final class Apportionment {
  private Apportionment() {}

  /**
   * Largest remainders (Hamilton's method): each part gets its share rounded up or down. Then a
   * part without a member whose share is above 0 takes one of the part that has most.
   *
   * @param count at least as many as there are shares above 0
   * @param shares sum to 1
   */
  static int[] of(int count, double[] shares) {
    int[] parts = new int[shares.length];
    double[] remainders = new double[shares.length];
    int left = count;
    for (int p = 0; p < parts.length; p++) {
      double exact = count * shares[p];
      parts[p] = (int) Math.floor(exact + 1e-9);
      remainders[p] = exact - parts[p];
      left -= parts[p];
    }
    for (; left > 0; left--) {
      int most = largest(remainders);
      parts[most]++;
      remainders[most] -= 1;
    }
    for (int p = 0; p < parts.length; p++) {
      if (parts[p] == 0 && shares[p] > 0) {
        parts[fullest(parts)]--;
        parts[p] = 1;
      }
    }
    return parts;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] + 1e-9 ? i : best;
    }
    return best;
  }

  private static int fullest(int[] parts) {
    int best = 0;
    for (int i = 1; i < parts.length; i++) {
      best = parts[i] > parts[best] ? i : best;
    }
    return best;
  }
}
