package org.debye.spark.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Collective;
import org.debye.learning.collective.EqualSteps;
import org.debye.learning.collective.GradientSum;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Linear least squares by gradient descent, the records shared out among the ranks, with a
 * checkpoint after each epoch. Each rank also leaves its process id, for it to be killed.
 */
@SuppressWarnings("try") // A scope is closed, not read.
record Descent(int epochs, int steps) implements RankWork<Descent.Fit> {
  private static final long serialVersionUID = 1L;
  private static final int RECORDS = 240;
  private static final int FEATURES = 20;
  private static final double RATE = 0.05;

  /**
   * What a rank ends with.
   *
   * @param begun the epoch that its last attempt began at
   */
  record Fit(List<Double> weights, int begun, long pid) implements java.io.Serializable {}

  @Override
  public Fit run(RankContext context) throws IOException {
    Path folder = Path.of(context.checkpoints());
    Collective collective = context.collective();
    Files.writeString(
        folder.resolve("pid-" + collective.rank() + "-" + context.attempt()),
        Long.toString(ProcessHandle.current().pid()));
    try (PointerScope scope = new PointerScope()) {
      Data data = Data.share(collective);
      EqualSteps.agree(collective, steps, data.targets.numel());
      Tensor weights = Tensor.create(new double[FEATURES]);
      int begun = resume(folder, weights, collective);
      GradientSum gradients = new GradientSum(collective);
      for (int epoch = begun; epoch < epochs; epoch++) {
        for (int step = 0; step < steps; step++) {
          data.step(weights, gradients);
        }
        if (collective.rank() == 0) {
          write(folder, epoch + 1, array(weights));
        }
      }
      List<Double> fitted = java.util.Arrays.stream(array(weights)).boxed().toList();
      return new Fit(fitted, begun, ProcessHandle.current().pid());
    }
  }

  /** Rank 0 reads the newest checkpoint, the others have it from rank 0. */
  private static int resume(Path folder, Tensor weights, Collective collective) throws IOException {
    long newest = 0;
    if (collective.rank() == 0) {
      newest = epochs(folder);
      if (newest > 0) {
        double[] values = new double[FEATURES];
        ByteBuffer.wrap(Files.readAllBytes(checkpoint(folder, newest)))
            .asDoubleBuffer()
            .get(values);
        weights.data_ptr_double().put(values);
      }
    }
    collective.broadcast(weights, 0);
    return Math.toIntExact(collective.gather(newest)[0]);
  }

  /** How many epochs the newest checkpoint has. */
  static long epochs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("epoch-"))
          .mapToLong(name -> Long.parseLong(name.substring("epoch-".length())))
          .max()
          .orElse(0);
    }
  }

  private static Path checkpoint(Path folder, long epochs) {
    return folder.resolve("epoch-" + epochs);
  }

  private static void write(Path folder, int epochs, double[] weights) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(weights.length * Double.BYTES);
    bytes.asDoubleBuffer().put(weights);
    Path part = Files.createTempFile(folder, "part", "");
    Files.write(part, bytes.array());
    Files.move(part, checkpoint(folder, epochs), StandardCopyOption.ATOMIC_MOVE);
  }

  private static double[] array(Tensor values) {
    double[] array = new double[Math.toIntExact(values.numel())];
    values.data_ptr_double().get(array);
    return array;
  }

  /**
   * A rank's records.
   *
   * @param features n x {@value #FEATURES}
   * @param targets n
   */
  private record Data(Tensor features, Tensor targets) {
    static Data share(Collective collective) {
      int own = RECORDS / collective.size();
      double[] features = new double[own * FEATURES];
      double[] targets = new double[own];
      for (int i = 0; i < own; i++) {
        RandomStream random = RandomStreams.of(11).at(collective.rank() * own + i);
        for (int j = 0; j < FEATURES; j++) {
          features[i * FEATURES + j] = random.nextGaussian();
          targets[i] += features[i * FEATURES + j] * (j + 1);
        }
        targets[i] += random.nextGaussian();
      }
      return new Data(Tensor.create(features).reshape(own, FEATURES), Tensor.create(targets));
    }

    /** w := w - rate * mean over all records of x (x.w - y). */
    void step(Tensor weights, GradientSum gradients) {
      try (PointerScope scope = new PointerScope()) {
        Tensor residual = features.mv(weights).sub(targets);
        Tensor gradient = features.t().mv(residual).div(new Scalar(targets.numel()));
        gradients.mean(gradient);
        weights.sub_(gradient, new Scalar(RATE));
      }
    }
  }
}
