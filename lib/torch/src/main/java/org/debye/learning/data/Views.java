package org.debye.learning.data;

import java.io.Serializable;
import org.bytedeco.pytorch.Tensor;
import org.debye.augmentation.AugmentationChain;
import org.debye.augmentation.AugmentationScratch;
import org.debye.augmentation.AugmentedViews;
import org.debye.learning.weight.Numbers;
import org.debye.numeric.RandomStreams;

/**
 * Random views of spectra. What is drawn depends on the step, the record and the number of the
 * view, not on the batch or the rank that it falls to.
 *
 * @param chain that makes a view of a spectrum
 */
public record Views(AugmentationChain chain) implements Serializable {

  /**
   * Draws them.
   *
   * @param batch of b single spectra of n points
   * @param count K
   * @param streams of this step and this use
   * @return (K b) x n, all first views first
   */
  public float[][] draw(Batch batch, int count, RandomStreams streams) {
    int records = batch.ids().length;
    float[] values = Numbers.floats(batch.spectra());
    int points = values.length / records;
    AugmentedViews drawn = new AugmentedViews(chain, count);
    AugmentationScratch scratch = chain.scratch(points);
    float[][] views = new float[count * records][points];
    for (int view = 0; view < count; view++) {
      for (int record = 0; record < records; record++) {
        RandomStreams ofRecord = streams.under(batch.ids()[record]);
        float[] out = views[view * records + record];
        drawn.write(values, record * points, ofRecord, 0, view, out, 0, scratch);
      }
    }
    return views;
  }

  /**
   * As sequences of one.
   *
   * @param rows of n points each
   * @param like a tensor of the type and on the device that they shall have
   * @return (rows, 1, n)
   */
  public static Tensor tensor(float[][] rows, Tensor like) {
    int points = rows[0].length;
    float[] all = new float[Math.multiplyExact(rows.length, points)];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, all, row * points, points);
    }
    return Tensor.create(all).view(rows.length, 1, points).to(like.device(), like.scalar_type());
  }
}
