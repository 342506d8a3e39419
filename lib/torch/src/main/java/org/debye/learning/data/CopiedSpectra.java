package org.debye.learning.data;

import org.debye.classification.augmentation.NoisyCopies;
import org.debye.numeric.RandomStreams;

/**
 * Spectra and noisy copies of them, made as they are read: copy c of record i has the number {@code
 * i (copies + 1) + c}, and copy 0 is the record itself. The noise depends on the seed and the
 * record's id alone.
 *
 * @param records the spectra themselves
 * @param ids of each, unique and the same in every run
 * @param copies how many and how noisy
 * @param streams keyed by the seed
 */
public record CopiedSpectra(
    SpectrumSource records, long[] ids, NoisyCopies copies, RandomStreams streams)
    implements SpectrumSource {

  public CopiedSpectra {
    if (ids.length != records.size()) {
      throw new IllegalArgumentException(ids.length + " ids of " + records.size() + " spectra");
    }
  }

  /** Spectra of a record: itself and its copies. */
  public int each() {
    return copies.copies() + 1;
  }

  @Override
  public int size() {
    return Math.multiplyExact(records.size(), each());
  }

  @Override
  public int points() {
    return records.points();
  }

  @Override
  public void read(int spectrum, float[] into, int at) {
    int record = spectrum / each();
    records.read(record, into, at);
    int copy = spectrum % each();
    if (copy > 0) {
      copies.addNoise(into, at, points(), streams.at("noisy copy", ids[record], copy));
    }
  }
}
