package org.debye.spark.training;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.TreeSet;
import org.apache.spark.util.LongAccumulator;
import org.debye.provenance.Digest;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;

/**
 * What must be known of a dataset's labelled spectra before anything learns from them.
 *
 * @param axisIds of their axes
 * @param someKnown points at which one of them has a number
 * @param allKnown points at which all of them have
 * @param baselines how many have a baseline
 * @param unknownFrame the first labelled frame without a spectrum, or -1
 * @param digest of their intensities, baselines and labels in order
 */
record SpectraInspection(
    String datasetId,
    TreeSet<String> axisIds,
    BitSet someKnown,
    BitSet allKnown,
    int baselines,
    long unknownFrame,
    String digest)
    implements Serializable {

  /** Reads the dataset once, and counts its spectra; on an executor. */
  static SpectraInspection of(
      HadoopSettings hadoop, String location, LabelledDataset dataset, LongAccumulator read) {
    Catalogue catalogue = Catalogue.at(location, hadoop.configuration());
    TreeSet<String> axisIds = new TreeSet<>();
    BitSet some = new BitSet();
    BitSet all = new BitSet();
    Digest digest = new Digest();
    int baselines = 0;
    int next = 0;
    long[] frames = dataset.frames();
    try (SpectrumStream rows = catalogue.spectra().read(dataset.datasetId())) {
      while (next < frames.length && rows.hasNext()) {
        SpectrumRow row = rows.next();
        if (row.frame() > frames[next]) {
          break;
        }
        if (row.frame() == frames[next]) {
          BitSet known = known(row);
          some.or(known);
          if (next == 0) {
            all.or(known);
          }
          all.and(known);
          axisIds.add(row.axisId());
          baselines += row.spectrum().baseline().length > 0 ? 1 : 0;
          digest
              .add(row.frame())
              .add((long) dataset.labels()[next])
              .add(row.spectrum().intensity())
              .add(row.spectrum().baseline());
          read.add(1);
          next++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SpectraInspection(
        dataset.datasetId(),
        axisIds,
        some,
        all,
        baselines,
        next < frames.length ? frames[next] : -1,
        digest.hex());
  }

  private static BitSet known(SpectrumRow row) {
    float[] intensity = row.spectrum().intensity();
    BitSet known = new BitSet(intensity.length);
    for (int i = 0; i < intensity.length; i++) {
      known.set(i, Float.isFinite(intensity[i]));
    }
    return known;
  }
}
