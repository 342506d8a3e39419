package org.debye.jobs.study.absorption;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.data.SpectrumSource;
import org.debye.numeric.RandomStreams;
import org.debye.provenance.Digest;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.LabelledDataset;
import org.debye.spark.training.RankExamples;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.ShiftedWindow;

/**
 * The spectra of an element, as all its cells take them.
 *
 * @param element symbol
 * @param sites frames of its dataset with their classes
 * @param axis that they are on
 * @param window what is seen of them
 * @param preEdge points of the window up to the cut-off
 * @param classes their names
 * @param contents what spectra and labels are recognised by
 */
public record ElementTask(
    HadoopSettings hadoop,
    String catalogue,
    String element,
    LabelledDataset sites,
    SpectralAxis axis,
    ShiftedWindow window,
    int preEdge,
    List<String> classes,
    String contents)
    implements Serializable {

  /** Points that a model sees. */
  int points(AbsorptionModel.Part part) {
    return part == AbsorptionModel.Part.PRE_EDGE ? preEdge : window.grid().points();
  }

  /** What some sites are recognised by. */
  public String digest(int[] some) {
    Digest digest = new Digest();
    Arrays.stream(some).forEach(site -> digest.add(sites.frames()[site]));
    return digest.hex();
  }

  /** Reads the spectra, in the order of the sites. */
  public SiteSpectra read(long seed) {
    RankExamples.Reading reading =
        new RankExamples.Reading(
            Catalogue.at(catalogue, hadoop.configuration()),
            axis,
            new SpectrumTreatment(BaselineUse.KEPT, IntensityScaling.NONE),
            Long.MAX_VALUE,
            Path.of(System.getProperty("java.io.tmpdir")));
    RandomStreams streams = RandomStreams.of(seed).under(element);
    try (RankExamples read = RankExamples.read(reading, List.of(sites))) {
      SpectrumSource spectra =
          read.examples(SpectrumCopies.NONE, false, streams.under("copies")).spectra();
      return SiteSpectra.of(spectra, this, streams);
    }
  }
}
