package org.debye.inference.nuts;

import java.util.List;
import java.util.stream.IntStream;

/** What to keep of each draw. */
public interface Recorder {
  /** Names of the values, as Stan writes them. */
  List<String> variables();

  /**
   * Computes the values of one draw.
   *
   * @param position unconstrained coordinates; not modified
   * @param values one for each variable; overwritten
   */
  void record(double[] position, double[] values);

  /** Keeps the unconstrained coordinates as {@code x[1] .. x[n]}. */
  static Recorder unconstrained(int dimension) {
    List<String> names = IntStream.rangeClosed(1, dimension).mapToObj(i -> "x[" + i + "]").toList();
    return new Recorder() {
      @Override
      public List<String> variables() {
        return names;
      }

      @Override
      public void record(double[] position, double[] values) {
        System.arraycopy(position, 0, values, 0, dimension);
      }
    };
  }
}
