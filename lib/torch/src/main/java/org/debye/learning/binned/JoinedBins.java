package org.debye.learning.binned;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Examples;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.GroupedLinear;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scores;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightPlan;

/**
 * The end-to-end binned network (Sun's thesis, section 5.1.1, and its program): in each bin two
 * layers 2-150-K, each with batch normalisation, a rectifier after the first, the logistic function
 * after the second, and one linear layer over the outputs of all bins that learns how much each is
 * worth. What it classifies is a <em>column</em>: the i-th points of all bins together, so that a
 * spectrum gives N_B records; its class is that of most of its columns, its probabilities are their
 * shares.
 *
 * <p>Differs from the authors' program: when it predicts, columns are normalised by the statistics
 * of the training spectra, where theirs normalises by those of all spectra that it is asked about,
 * so that an answer depends on the others; of equal votes the first class wins, where theirs takes
 * the second.
 */
public final class JoinedBins implements BinnedModel {
  private final BinSettings settings;
  private final BinChunks chunks;
  private final int classes;
  private final BinPoints points;
  private final GroupedLinear hidden;
  private final BatchNorm hiddenNorm;
  private final GroupedLinear output;
  private final BatchNorm outputNorm;
  private final Linear join;

  JoinedBins(WeightPlan plan, double[] axis, BinSettings settings, int classes, BinChunks chunks) {
    this.settings = settings;
    this.chunks = chunks;
    this.classes = classes;
    int bins = settings.bins();
    points = new BinPoints(plan, axis, settings);
    hidden = new GroupedLinear(plan.under("hidden"), bins, 2, settings.hidden());
    hiddenNorm = new BatchNorm(plan.under("hidden_norm"), (long) bins * settings.hidden());
    output = new GroupedLinear(plan.under("output"), bins, settings.hidden(), classes);
    outputNorm = new BatchNorm(plan.under("output_norm"), (long) bins * classes);
    join = new Linear(plan.under("join"), (long) bins * classes, classes == 2 ? 1 : classes);
  }

  /**
   * Adds its weights to a plan.
   *
   * @param axis value of each point of a spectrum
   * @param classes K, at least 2
   */
  public static JoinedBins build(
      WeightPlan plan, double[] axis, BinSettings settings, int classes) {
    return new JoinedBins(plan, axis, settings, classes, BinChunks.CACHED);
  }

  /** The cross entropy of columns. */
  @Override
  public Objective objective(CrossEntropy loss) {
    return (batch, pass) -> loss(batch, pass, loss);
  }

  private LossSum loss(Batch batch, Pass pass, CrossEntropy loss) {
    Tensor scores = columnScores(batch.spectra(), pass);
    int[] labels = points.labels(batch.labels());
    Scores values = Scores.of(scores);
    long right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += values.likeliest(i) == labels[i] ? 1 : 0;
    }
    return new LossSum(loss.sum(scores, labels), loss.count(labels), right, labels.length);
  }

  /**
   * Takes the statistics of all training spectra under the final weights for those of batch
   * normalisation (Wu and Johnson 2021, section 3.2). Those that ran along are of earlier weights,
   * and degrees far from zero make them drift by whole deviations.
   */
  @Override
  public void conclude(Placement placement, Examples training, int batchFrames) {
    Pass pass = Pass.looking(new Alone());
    ChannelMoments first =
        ChannelMoments.of(
            placement, training, batchFrames, spectra -> hiddenValues(points.of(spectra), 0));
    hiddenNorm.settle(first.mean(), first.variance());
    ChannelMoments second =
        ChannelMoments.of(
            placement, training, batchFrames, spectra -> outputValues(points.of(spectra), pass));
    outputNorm.settle(second.mean(), second.variance());
  }

  @Override
  public BinSettings settings() {
    return settings;
  }

  @Override
  public int classes() {
    return classes;
  }

  /** Logarithms of votes, without a gradient. */
  @Override
  public Tensor scores(Tensor spectra, Pass pass) {
    Tensor columns = columnScores(spectra, pass);
    Tensor predicted = classes == 2 ? columns.gt(new Scalar(0)) : Votes.likeliest(columns, 1);
    Tensor counts = Votes.counts(predicted.view(1, -1, points.each()), classes);
    return Votes.scores(counts.select(1, 0).t());
  }

  /** The columns' scores themselves, mean over a spectrum's columns. */
  @Override
  public Tensor smoothScores(Tensor spectra, Pass pass) {
    Tensor columns = columnScores(spectra, pass);
    return columns.view(-1, points.each(), columns.size(1)).mean(1);
  }

  /** (S L N_B, outputs), spectrum by spectrum. */
  Tensor columnScores(Tensor spectra, Pass pass) {
    Tensor values = outputValues(points.of(spectra), pass);
    Tensor opinions = torch.sigmoid(outputNorm.forward(values, pass));
    return join.forward(opinions.select(0, 0).t(), pass);
  }

  /** Before normalisation, (1, some H, M), of records of some bins from one on. */
  private Tensor hiddenValues(Tensor records, long bin) {
    return hidden
        .forward(records, bin)
        .view(1, records.size(0) * settings.hidden(), records.size(2));
  }

  /** Before normalisation, (1, B K, M). */
  private Tensor outputValues(Tensor records, Pass pass) {
    long bins = settings.bins();
    long count = records.size(2);
    long chunk = chunks.bins(bins, settings.hidden(), count);
    return BinChunks.joined(
        bins,
        chunk,
        1,
        bin -> {
          long some = Math.min(chunk, bins - bin);
          Tensor active = active(records.narrow(0, bin, some), bin, pass);
          return output.forward(active, bin).view(1, some * classes, count);
        });
  }

  /** The hidden layers of some bins, (some, H, M). */
  private Tensor active(Tensor records, long bin, Pass pass) {
    long width = settings.hidden();
    long some = records.size(0);
    Tensor normalised =
        hiddenNorm.of(bin * width, some * width).forward(hiddenValues(records, bin), pass);
    return torch.relu(normalised).view(some, width, records.size(2));
  }
}
