package org.debye.learning.pretrain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.debye.augmentation.Scaling;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Writes what a step draws at random, so that pretraining_golden.py can draw the same:
 *
 * <pre>PretrainingDraws > test/golden/learning/pretraining-draws.json</pre>
 */
final class PretrainingDraws {
  static final int RECORDS = 6;
  static final int VIEWS = 3;
  static final int POINTS = 701;
  static final int PIECE = 140;
  static final long SEED = 1;

  private PretrainingDraws() {}

  /** A view in these tests: the spectrum times a factor, which is drawn. */
  static final Scaling SCALING = new Scaling(0.3);

  /** As a chain of that one step draws it. */
  private static double factor(RandomStreams streams, int record, int view) {
    RandomStream random = streams.under(record).at("view", 0, view);
    random.nextDouble(); // whether the step is taken: always
    return 1 + SCALING.deviation() * random.nextGaussian();
  }

  record Draws(
      List<double[]> views, List<double[]> contrast, List<int[]> first, List<int[]> second) {}

  static Draws draws() {
    RandomStreams streams = RandomStreams.of(SEED);
    Draws draws =
        new Draws(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int view = 0; view < VIEWS; view++) {
      double[] factors = new double[RECORDS];
      double[] contrast = new double[RECORDS];
      int[] first = new int[RECORDS];
      int[] second = new int[RECORDS];
      for (int record = 0; record < RECORDS; record++) {
        factors[record] = factor(streams.under("views"), record, view);
        contrast[record] = factor(streams.under("contrast"), record, view);
        RandomStream pieces = streams.under("pieces").at(record, view);
        first[record] = pieces.nextInt(POINTS - PIECE + 1);
        second[record] = pieces.nextInt(POINTS - PIECE + 1);
      }
      draws.views().add(factors);
      draws.contrast().add(contrast);
      draws.first().add(first);
      draws.second().add(second);
    }
    return draws;
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(draws()));
  }
}
