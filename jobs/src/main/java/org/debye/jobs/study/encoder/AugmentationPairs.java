package org.debye.jobs.study.encoder;

import java.util.List;
import java.util.TreeSet;
import org.debye.jobs.study.encoder.FewLabelScores.Measure;
import org.debye.jobs.train.AugmentationKind;

/** What augmentations come to, one alone or one after another. */
record AugmentationPairs(EncoderResults results, String budget) {

  /** Of all augmentations, in an order of their own. */
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    results.variants().forEach(one -> one.augmentation().forEach(kind -> names.add(kind.key())));
    return List.copyOf(names);
  }

  /** That learn from augmented views. */
  List<String> methods() {
    return results.variants().stream()
        .filter(variant -> !variant.augmentation().isEmpty())
        .map(variant -> variant.method().key())
        .distinct()
        .toList();
  }

  /**
   * Mean recall over all datasets, for each run and draw; none where the pair is not of the study.
   *
   * @param second the first again for it alone
   */
  double[] recall(String method, String first, String second) {
    List<String> wanted = first.equals(second) ? List.of(first) : List.of(first, second);
    for (EncoderVariant variant : results.variants()) {
      List<String> steps = variant.augmentation().stream().map(AugmentationKind::key).toList();
      if (variant.method().key().equals(method) && steps.equals(wanted)) {
        return overall(variant);
      }
    }
    return new double[0];
  }

  private double[] overall(EncoderVariant variant) {
    double[] sum = new double[0];
    for (String dataset : results.task().names()) {
      double[] own = results.scores(variant, budget, dataset, Measure.RECALL);
      double[] before = sum.length == 0 ? new double[own.length] : sum;
      sum = new double[own.length];
      for (int i = 0; i < sum.length; i++) {
        sum[i] = before[i] + own[i] / results.task().names().size();
      }
    }
    return sum;
  }
}
