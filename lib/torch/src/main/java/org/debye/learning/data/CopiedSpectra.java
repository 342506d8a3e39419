package org.debye.learning.data;

import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.numeric.RandomStreams;

/**
 * Spectra and copies of them, made as they are read: copy c of record i has the number {@code i
 * (copies + 1) + c}, and copy 0 is the record itself. What is drawn depends on the seed, the
 * record's id and the copy's number alone.
 *
 * @param records the spectra themselves
 * @param ids of each, unique and the same in every run
 * @param copies how many, and what is done to them
 * @param streams keyed by the seed
 */
public record CopiedSpectra(
    SpectrumSource records, long[] ids, SpectrumCopies copies, RandomStreams streams)
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
      copies.change(into, at, points(), copy, streams.at(copies.stream(), ids[record], copy));
    }
  }
}
