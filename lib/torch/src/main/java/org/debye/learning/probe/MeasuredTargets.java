package org.debye.learning.probe;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Numbers that are to be predicted of records.
 *
 * @param outputs K of each record
 * @param values N x K, row major
 * @param known N x K, row major: 1 where a value is asked for, 0 where none is
 */
public record MeasuredTargets(int outputs, float[] values, float[] known) {
  public MeasuredTargets {
    if (values.length != known.length || outputs < 1 || values.length % outputs != 0) {
      throw new IllegalArgumentException(
          values.length + " values, " + known.length + " marks, " + outputs + " outputs");
    }
  }

  /** Every value of N records is asked for. */
  public static MeasuredTargets complete(int outputs, float[] values) {
    float[] known = new float[values.length];
    Arrays.fill(known, 1);
    return new MeasuredTargets(outputs, values, known);
  }

  public int records() {
    return values.length / outputs;
  }

  /** Of each output the mean of its known values; of one that is never known that of all. */
  public double[] means() {
    double[] sums = new double[outputs];
    double[] counts = new double[outputs];
    double sum = 0;
    double count = 0;
    for (int i = 0; i < values.length; i++) {
      sums[i % outputs] += known[i] * values[i];
      counts[i % outputs] += known[i];
      sum += known[i] * values[i];
      count += known[i];
    }
    for (int k = 0; k < outputs; k++) {
      sums[k] = counts[k] > 0 ? sums[k] / counts[k] : count > 0 ? sum / count : 0;
    }
    return sums;
  }

  /** Values of some records, (records, K), like another tensor. */
  public Tensor values(long[] records, Tensor like) {
    return rows(values, records, like);
  }

  /** Their marks. */
  Tensor known(long[] records, Tensor like) {
    return rows(known, records, like);
  }

  private Tensor rows(float[] all, long[] records, Tensor like) {
    float[] rows = new float[records.length * outputs];
    for (int i = 0; i < records.length; i++) {
      System.arraycopy(all, Math.toIntExact(records[i] * outputs), rows, i * outputs, outputs);
    }
    return Tensor.create(rows).view(records.length, outputs).to(like.device(), like.scalar_type());
  }
}
