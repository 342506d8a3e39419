package org.debye.classification.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;

/** Labelled frames by a seed: ramps of different lengths that change class somewhere. */
final class RandomFrames {
  private RandomFrames() {}

  /** Ramps, each with all classes in order, of unequal shares. */
  static LabelledFrames ramps(int ramps, int classes, Random random) {
    List<String> datasets = new ArrayList<>();
    List<Integer> frames = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int ramp = 0; ramp < ramps; ramp++) {
      int frame = random.nextInt(50);
      for (int k = 0; k < classes; k++) {
        int members = 1 + random.nextInt(40);
        for (int i = 0; i < members; i++) {
          datasets.add("ramp " + ramp);
          frames.add(frame++);
          labels.add(k);
        }
      }
    }
    return of(datasets, frames, labels, classes);
  }

  static LabelledFrames of(
      List<String> datasets, List<Integer> frames, List<Integer> labels, int classes) {
    return new LabelledFrames(
        datasets,
        frames.stream().mapToInt(Integer::intValue).toArray(),
        new ClassLabels(
            IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
            labels.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The same records in another order, and where each of them came from. */
  static Shuffled shuffled(LabelledFrames frames, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, frames.count()).boxed().toList());
    Collections.shuffle(order, random);
    int[] from = order.stream().mapToInt(Integer::intValue).toArray();
    return new Shuffled(
        new LabelledFrames(
            order.stream().map(frames.datasets()::get).toList(),
            IntStream.of(from).map(i -> frames.frames()[i]).toArray(),
            frames.labels().of(from)),
        from);
  }

  record Shuffled(LabelledFrames frames, int[] from) {}
}
