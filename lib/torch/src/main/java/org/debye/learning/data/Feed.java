package org.debye.learning.data;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.weight.Placement;

/**
 * Sequences to tensors.
 *
 * @param examples that batches are made of
 * @param placement of the tensors
 */
public record Feed(Examples examples, Placement placement) {
  /**
   * A batch of these sequences, which are of one length.
   *
   * @param sequences by number, at least one
   */
  public Batch batch(int[] sequences) {
    int length = examples.sequences().get(sequences[0]).length;
    int points = examples.spectra().points();
    int frames = sequences.length * length;
    float[] values = new float[Math.multiplyExact(frames, points)];
    int[] labels = new int[frames];
    long[] ids = new long[frames];
    int frame = 0;
    for (int sequence : sequences) {
      for (int spectrum : examples.sequences().get(sequence)) {
        examples.spectra().read(spectrum, values, frame * points);
        labels[frame] = examples.labels()[spectrum];
        ids[frame] = examples.ids()[spectrum];
        frame++;
      }
    }
    Tensor spectra = Tensor.create(values).view(sequences.length, length, points);
    return new Batch(placement.of(spectra), labels, ids);
  }
}
