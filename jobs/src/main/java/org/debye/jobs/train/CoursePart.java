package org.debye.jobs.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * The part of its dataset that each frame belongs to: T parts of equal size, in the order in which
 * frames were taken or in that of a condition which was changed from outside, such as the pressure.
 * It is what an encoder that nobody has labelled spectra for is asked about.
 *
 * @param parts T
 * @param along a condition of the frames, or {@link #COURSE}
 */
record CoursePart(int parts, String along) {
  /** The order in which frames were taken. */
  static final String COURSE = "course";

  /**
   * All frames of datasets, with their part as their class.
   *
   * @throws InputException where a dataset has fewer frames than parts, or a frame has no number of
   *     the condition
   */
  LabelledFrames of(Catalogue catalogue, Set<String> datasets, SpectraConfig chosen) {
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
      requireEnough(id, own.size());
      Map<Integer, Integer> places = places(catalogue, id, own);
      for (int frame : own) {
        ids.add(id);
        frames.add(frame);
        int place = Objects.requireNonNull(places.get(frame));
        labels.add(Math.toIntExact((long) place * parts / own.size()));
      }
    }
    return new LabelledFrames(
        ids,
        frames.stream().mapToInt(Integer::intValue).toArray(),
        new ClassLabels(
            IntStream.rangeClosed(1, parts).mapToObj(part -> "part-" + part).toList(),
            labels.stream().mapToInt(Integer::intValue).toArray()));
  }

  private void requireEnough(String id, int frames) {
    if (frames < parts) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          id,
          frames + " frames cannot be parted into " + parts,
          "Choose other datasets, or fewer parts with pretraining.parts.");
    }
  }

  /** Place of each frame in the order. */
  private Map<Integer, Integer> places(Catalogue catalogue, String id, List<Integer> frames) {
    List<Integer> ordered = new ArrayList<>(frames);
    if (!along.equals(COURSE)) {
      Map<Long, Map<String, Double>> conditions = catalogue.spectra().conditions(id);
      Map<Integer, Double> values = new HashMap<>();
      frames.forEach(frame -> values.put(frame, value(conditions, id, frame)));
      ordered.sort(Comparator.<Integer>comparingDouble(values::get).thenComparing(frame -> frame));
    }
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < ordered.size(); place++) {
      places.put(ordered.get(place), place);
    }
    return places;
  }

  private double value(Map<Long, Map<String, Double>> conditions, String id, int frame) {
    Map<String, Double> own = conditions.getOrDefault((long) frame, Map.of());
    double value = own.getOrDefault(along, Double.NaN);
    if (!Double.isFinite(value)) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          id,
          "frame " + frame + " has no " + along + " among its conditions " + own.keySet(),
          "Set pretraining.along to a condition that all frames have, or to course.");
    }
    return value;
  }
}
