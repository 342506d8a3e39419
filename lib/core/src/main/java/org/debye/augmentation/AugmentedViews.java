package org.debye.augmentation;

import java.io.Serializable;
import org.debye.numeric.RandomStreams;

/**
 * Several views of each spectrum by one chain. A view depends on the seed, the record, the round
 * and the view's number, and on nothing else: not on the batch, the rank or the thread that asks.
 *
 * @param chain what is done to each
 * @param count K, at least 1
 */
public record AugmentedViews(AugmentationChain chain, int count) implements Serializable {

  public AugmentedViews {
    if (count < 1) {
      throw Parameter.refused("views", count + " views", "Give a number above 0.");
    }
  }

  /**
   * Writes one view.
   *
   * @param spectra P finite values from {@code at}; not modified, unless it is where the view goes
   * @param record keyed by the seed and the record: {@code of(seed).under(dataset).under(frame)}
   * @param round of training, as the epoch: another one has other views
   * @param view 0 to K - 1
   * @param out P values from {@code to}; overwritten
   * @param scratch made by the chain for P points, of this thread
   */
  public void write(
      float[] spectra,
      int at,
      RandomStreams record,
      long round,
      int view,
      float[] out,
      int to,
      AugmentationScratch scratch) {
    if (view < 0 || view >= count) {
      throw new IllegalArgumentException("view " + view + " of " + count);
    }
    System.arraycopy(spectra, at, out, to, scratch.points());
    chain.apply(out, to, record.at("view", round, view), scratch);
  }

  /** Writes all views, one after another: K x P values from {@code to}, as {@link #write} does. */
  public void writeAll(
      float[] spectra,
      int at,
      RandomStreams record,
      long round,
      float[] out,
      int to,
      AugmentationScratch scratch) {
    for (int view = 0; view < count; view++) {
      write(spectra, at, record, round, view, out, to + view * scratch.points(), scratch);
    }
  }
}
