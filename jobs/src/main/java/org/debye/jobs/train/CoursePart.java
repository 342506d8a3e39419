package org.debye.jobs.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.classification.split.LabelledFrames;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.spark.table.Catalogue;

/**
 * The part of its dataset's course that each frame belongs to: T parts of equal size in the order
 * in which frames were taken. It is what an encoder that nobody has labelled spectra for is asked
 * about.
 */
final class CoursePart {
  private CoursePart() {}

  /**
   * All frames of datasets, with their part as their class.
   *
   * @param parts T
   * @throws InputException where a dataset has fewer frames than parts
   */
  static LabelledFrames of(
      Catalogue catalogue, Set<String> datasets, SpectraConfig chosen, int parts) {
    List<String> ids = new ArrayList<>();
    List<Integer> frames = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String id : new TreeSet<>(datasets)) {
      List<Integer> own =
          new TreeSet<>(catalogue.spectra().frames(id))
              .stream()
                  .map(Math::toIntExact)
                  .filter(frame -> chosen.frames() == null || chosen.frames().contains(frame))
                  .toList();
      if (own.size() < parts) {
        throw InputException.of(
            FailureCode.TOO_FEW_SPECTRA,
            id,
            own.size() + " frames cannot be parted into " + parts,
            "Choose other datasets, or fewer parts with pretraining.parts.");
      }
      for (int i = 0; i < own.size(); i++) {
        ids.add(id);
        frames.add(own.get(i));
        labels.add(Math.toIntExact((long) i * parts / own.size()));
      }
    }
    return new LabelledFrames(
        ids,
        frames.stream().mapToInt(Integer::intValue).toArray(),
        new ClassLabels(
            IntStream.rangeClosed(1, parts).mapToObj(part -> "part-" + part).toList(),
            labels.stream().mapToInt(Integer::intValue).toArray()));
  }
}
