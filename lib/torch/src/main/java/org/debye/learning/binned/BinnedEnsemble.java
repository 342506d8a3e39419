package org.debye.learning.binned;

import org.bytedeco.pytorch.Tensor;
import org.debye.classification.binned.Believability;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Examples;
import org.debye.learning.layer.GroupedLinear;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * Chapter 4 of Sun's thesis: in each bin a network of two layers, 2-150-K with a rectifier, that
 * tells the class of a point from its place and intensity, and knows nothing of the other bins. A
 * spectrum's class is argmax_k sum_b w_b sum_i [C_i = k] (eq. 4.2), its probabilities each class's
 * part of those votes. All bins are computed at once; gradients are those of networks trained one
 * by one, and so are Adam's and SGD's steps. Until {@link #conclude} or {@link #believe} is called
 * every bin is believed alike.
 */
public final class BinnedEnsemble implements BinnedModel {
  private final BinSettings settings;
  private final BinChunks chunks;
  private final int classes;
  private final BinPoints points;
  private final GroupedLinear hidden;
  private final GroupedLinear output;
  private final Weight accuracy;
  private final Weight believability;

  BinnedEnsemble(
      WeightPlan plan, double[] axis, BinSettings settings, int classes, BinChunks chunks) {
    this.settings = settings;
    this.chunks = chunks;
    this.classes = classes;
    int bins = settings.bins();
    points = new BinPoints(plan, axis, settings);
    hidden = new GroupedLinear(plan.under("hidden"), bins, 2, settings.hidden());
    output = new GroupedLinear(plan.under("output"), bins, settings.hidden(), classes);
    accuracy = plan.buffer("accuracy", Initial.ONES, bins);
    believability = plan.buffer("believability", Initial.ONES, bins);
  }

  /**
   * Adds its weights to a plan.
   *
   * @param axis value of each point of a spectrum
   * @param classes K, at least 2
   */
  public static BinnedEnsemble build(
      WeightPlan plan, double[] axis, BinSettings settings, int classes) {
    return new BinnedEnsemble(plan, axis, settings, classes, BinChunks.CACHED);
  }

  /**
   * Each network's cross entropy, the mean over its points; what training reports as loss is their
   * sum over bins.
   */
  @Override
  public Objective objective(CrossEntropy loss) {
    return (batch, pass) -> loss(batch, pass, loss);
  }

  private LossSum loss(Batch batch, Pass pass, CrossEntropy loss) {
    Tensor scores = pointScores(batch.spectra(), pass);
    int[] ofBin = points.labels(batch.labels());
    int[] labels = new int[ofBin.length * settings.bins()];
    for (int b = 0; b < settings.bins(); b++) {
      System.arraycopy(ofBin, 0, labels, b * ofBin.length, ofBin.length);
    }
    Tensor rows = scores.transpose(1, 2).reshape(labels.length, classes);
    Tensor sum = loss.sum(classes == 2 ? Votes.difference(rows) : rows, labels);
    return new LossSum(sum, loss.count(ofBin), right(scores, labels), labels.length);
  }

  private static long right(Tensor scores, int[] labels) {
    long[] predicted = Numbers.longs(Votes.likeliest(scores.detach(), 1));
    long right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += predicted[i] == labels[i] ? 1 : 0;
    }
    return right;
  }

  /** Believes each bin by its accuracy on what was trained on, as in the thesis. */
  @Override
  public void conclude(Placement placement, Examples training, int batchFrames) {
    believe(Separability.of(this, placement, training, batchFrames));
  }

  /**
   * Believes each bin as much as its accuracy lets one (eq. 4.1).
   *
   * @param accuracies A_b, from {@link Separability}
   */
  public void believe(double[] accuracies) {
    double[] weights = Believability.weights(accuracies);
    Numbers.put(accuracies, accuracy.tensor());
    Numbers.put(weights, believability.tensor());
  }

  /** A_b of each bin; ones before {@link #believe}. */
  public double[] accuracies() {
    return Numbers.doubles(accuracy.tensor());
  }

  /** w_b of each bin; ones before {@link #believe}. */
  public double[] believabilities() {
    return Numbers.doubles(believability.tensor());
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
    Tensor counts = Votes.counts(pointClasses(spectra, pass), classes);
    Tensor weights = believability.tensor().to(counts.scalar_type()).view(1, -1, 1);
    return Votes.scores(counts.mul(weights).sum(1).t());
  }

  /** The networks' scores themselves, summed over bins by w_b, mean over a bin's points. */
  @Override
  public Tensor smoothScores(Tensor spectra, Pass pass) {
    long count = spectra.size(0) * spectra.size(1);
    long bins = settings.bins();
    Tensor means = pointScores(spectra, pass).view(bins, classes, count, points.each()).mean(3);
    Tensor sums = means.mul(believability.tensor().view(bins, 1, 1)).sum(0).t();
    return classes == 2 ? Votes.difference(sums) : sums;
  }

  /** Class of every point, (B, S L, N_B). */
  Tensor pointClasses(Tensor spectra, Pass pass) {
    return Votes.likeliest(pointScores(spectra, pass), 1).view(settings.bins(), -1, points.each());
  }

  /** (B, K, S L N_B). */
  Tensor pointScores(Tensor spectra, Pass pass) {
    Tensor records = points.of(spectra);
    long count = records.size(2);
    long width = settings.hidden();
    long some = chunks.bins(settings.bins(), width, count);
    long few = chunks.records(width, count);
    return BinChunks.joined(
        settings.bins(),
        some,
        0,
        bin -> {
          Tensor own = records.narrow(0, bin, Math.min(some, settings.bins() - bin));
          return BinChunks.joined(
              count,
              few,
              2,
              first -> scores(own.narrow(2, first, Math.min(few, count - first)), bin));
        });
  }

  /** Of records of some bins from one on. */
  private Tensor scores(Tensor records, long bin) {
    return output.forward(hidden.forward(records, bin).relu_(), bin);
  }
}
