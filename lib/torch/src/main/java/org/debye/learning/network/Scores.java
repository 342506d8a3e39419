package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.Numbers;

/**
 * A classifier's scores of some records, out of the tensor.
 *
 * @param values outputs of each record, row by row
 * @param outputs 1 for two classes, else one a class
 */
public record Scores(double[] values, int outputs) {
  /** Of (B, outputs). */
  public static Scores of(Tensor scores) {
    return new Scores(Numbers.doubles(scores), Math.toIntExact(scores.size(1)));
  }

  public int records() {
    return values.length / outputs;
  }

  public int classes() {
    return outputs == 1 ? 2 : outputs;
  }

  /** The likeliest class, the first of equals. */
  public int likeliest(int record) {
    if (outputs == 1) {
      return values[record] > 0 ? 1 : 0;
    }
    int best = 0;
    for (int c = 1; c < outputs; c++) {
      if (values[record * outputs + c] > values[record * outputs + best]) {
        best = c;
      }
    }
    return best;
  }

  /** How many records are likeliest of their class. */
  public long right(int[] labels) {
    long right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += likeliest(i) == labels[i] ? 1 : 0;
    }
    return right;
  }

  /** Of each class, summing to one. */
  public double[] probabilities(int record) {
    if (outputs == 1) {
      double second = 1 / (1 + Math.exp(-values[record]));
      return new double[] {1 / (1 + Math.exp(values[record])), second};
    }
    double highest = values[record * outputs + likeliest(record)];
    double[] probabilities = new double[outputs];
    double sum = 0;
    for (int c = 0; c < outputs; c++) {
      probabilities[c] = Math.exp(values[record * outputs + c] - highest);
      sum += probabilities[c];
    }
    for (int c = 0; c < outputs; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }
}
