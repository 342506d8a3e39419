package org.debye.learning.binned;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.data.Batch;
import org.debye.learning.layer.BatchNorm;
import org.debye.learning.layer.GroupedLinear;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scores;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.WeightPlan;

/**
 * The end-to-end binned network (Sun's thesis, section 5.1.1, and its program): in each bin two
 * layers 2-150-K, each with batch normalisation, a rectifier after the first, the logistic function
 * after the second, and one linear layer over the outputs of all bins that learns how much each is
 * worth. What it classifies is a <em>column</em>: the i-th points of all bins together, so that a
 * spectrum gives N_B records; its class is that of most of its columns, its probabilities are their
 * shares.
 *
 * <p>Differs from the authors' program: columns are normalised by running statistics when it
 * predicts, where theirs normalises by those of all spectra that it is asked about; of equal votes
 * the first class wins, where theirs takes the second.
 */
public final class JoinedBins implements BinnedModel {
  private final BinSettings settings;
  private final int classes;
  private final BinPoints points;
  private final GroupedLinear hidden;
  private final BatchNorm hiddenNorm;
  private final GroupedLinear output;
  private final BatchNorm outputNorm;
  private final Linear join;

  private JoinedBins(WeightPlan plan, double[] axis, BinSettings settings, int classes) {
    this.settings = settings;
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
    return new JoinedBins(plan, axis, settings, classes);
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
    long bins = settings.bins();
    Tensor records = points.of(spectra);
    long count = records.size(2);
    Tensor first = hidden.forward(records, pass).view(1, bins * settings.hidden(), count);
    Tensor active = torch.relu(hiddenNorm.forward(first, pass));
    Tensor second =
        output
            .forward(active.view(bins, settings.hidden(), count), pass)
            .view(1, bins * classes, count);
    Tensor opinions = torch.sigmoid(outputNorm.forward(second, pass));
    return join.forward(opinions.select(0, 0).t(), pass);
  }
}
