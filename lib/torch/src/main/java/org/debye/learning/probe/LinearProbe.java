package org.debye.learning.probe;

import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.Libtorch;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.GivenRepresentation;
import org.debye.learning.network.Scores;
import org.debye.learning.train.Objective;
import org.debye.learning.train.Supervised;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;

/**
 * Linear layers on representations (section 6.3 of Sun's thesis, Figs 6.10 to 6.12): what can be
 * read off them by a sum. A layer learns from some representations and answers for others.
 *
 * @param learnt from
 * @param asked for
 */
public record LinearProbe(SpectrumSource learnt, SpectrumSource asked) {

  /**
   * Classes, by softmax and cross entropy.
   *
   * @param labels class of each representation learnt from
   * @param classes at least 2
   * @return the likeliest class of each one asked for
   */
  public int[] classes(int[] labels, int classes, HeadSettings settings) {
    Libtorch.load();
    WeightPlan plan = new WeightPlan();
    Classifier classifier = Classifier.on(plan, new GivenRepresentation(learnt.points()), classes);
    Objective objective = new Supervised(classifier, new CrossEntropy(classes));
    Tensors output = (spectra, pass) -> classifier.scores(spectra, pass);
    return trained(plan, objective, labels, settings, output, LinearProbe::likeliest);
  }

  /**
   * Numbers, by mean squared error. The layer begins at the mean of what it is to predict: a
   * rectifier gives no gradient to an output that begins below 0 everywhere.
   *
   * @param targets of each representation learnt from
   * @param rectified whether a rectifier follows the layer
   * @return of each one asked for, row by row
   */
  public double[][] values(MeasuredTargets targets, boolean rectified, HeadSettings settings) {
    Libtorch.load();
    WeightPlan plan = new WeightPlan();
    Linear head =
        new Linear(
            plan.under("head"),
            learnt.points(),
            targets.outputs(),
            Initial.fanIn(learnt.points()),
            new Initial.Given(targets.means()));
    SquaredError objective = new SquaredError(head, rectified, targets);
    int[] none = new int[learnt.size()];
    return trained(plan, objective, none, settings, objective::output, LinearProbe::rows);
  }

  /** What a layer makes of a batch. */
  private interface Tensors extends BiFunction<Tensor, Pass, Tensor> {}

  /** Java's values of it. */
  private interface Answers<T> {
    T of(Tensor output);
  }

  @SuppressWarnings("try") // Scopes are closed, not read.
  private <T> T trained(
      WeightPlan plan,
      Objective objective,
      int[] labels,
      HeadSettings settings,
      Tensors output,
      Answers<T> answers) {
    try (WeightBlock block =
        WeightBlock.allocate(plan, Placement.CPU).initialise(settings.seed())) {
      new Trainer(settings.training(), objective, block, new Alone())
          .train(examples(learnt, labels), null, null, TrainingWatch.SILENT);
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        int[] all = IntStream.range(0, asked.size()).toArray();
        Tensor spectra =
            new Feed(examples(asked, new int[asked.size()]), Placement.CPU).batch(all).spectra();
        return answers.of(output.apply(spectra, Pass.looking(new Alone())));
      }
    }
  }

  /** An id is the number of the representation. */
  private static Examples examples(SpectrumSource spectra, int[] labels) {
    return Examples.single(spectra, labels, LongStream.range(0, spectra.size()).toArray());
  }

  private static int[] likeliest(Tensor output) {
    Scores scores = Scores.of(output);
    return IntStream.range(0, scores.records()).map(scores::likeliest).toArray();
  }

  private static double[][] rows(Tensor output) {
    double[] values = Numbers.doubles(output);
    int outputs = Math.toIntExact(output.size(1));
    double[][] rows = new double[values.length / outputs][outputs];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * outputs, rows[i], 0, outputs);
    }
    return rows;
  }
}
