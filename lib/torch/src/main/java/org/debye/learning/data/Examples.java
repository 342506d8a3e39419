package org.debye.learning.data;

import java.util.List;

/**
 * What is learnt from: spectra with classes, in sequences. A network that looks at one spectrum at
 * a time gets sequences of one; another a sequence of a dataset's frames in their order.
 *
 * @param spectra by number
 * @param labels class of each spectrum; -1 where none is known
 * @param ids of each spectrum, unique: what dropout and augmentation are drawn by
 * @param sequences numbers of spectra; together every spectrum at most once
 */
public record Examples(SpectrumSource spectra, int[] labels, long[] ids, List<int[]> sequences) {
  /** Checks that all are about the same spectra. */
  public Examples {
    if (labels.length != spectra.size() || ids.length != spectra.size()) {
      throw new IllegalArgumentException(
          spectra.size() + " spectra, " + labels.length + " labels, " + ids.length + " ids");
    }
    boolean[] seen = new boolean[spectra.size()];
    for (int[] sequence : sequences) {
      for (int spectrum : sequence) {
        if (seen[spectrum]) {
          throw new IllegalArgumentException("spectrum " + spectrum + " is in two sequences");
        }
        seen[spectrum] = true;
      }
    }
    sequences = List.copyOf(sequences);
  }

  /** Each spectrum a sequence of its own. */
  public static Examples single(SpectrumSource spectra, int[] labels, long[] ids) {
    List<int[]> sequences =
        java.util.stream.IntStream.range(0, spectra.size())
            .mapToObj(spectrum -> new int[] {spectrum})
            .toList();
    return new Examples(spectra, labels, ids, sequences);
  }

  /** All spectra one sequence, in their order. */
  public static Examples whole(SpectrumSource spectra, int[] labels, long[] ids) {
    int[] all = java.util.stream.IntStream.range(0, spectra.size()).toArray();
    return new Examples(spectra, labels, ids, List.of(all));
  }

  /** Spectra in all sequences. */
  public int frames() {
    return sequences.stream().mapToInt(sequence -> sequence.length).sum();
  }
}
