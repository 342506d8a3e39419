package org.debye.spark.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.debye.classification.ClassLabels;
import org.debye.classification.split.LabelledFrames;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.LabelRow;
import org.jspecify.annotations.Nullable;

/** Labels of a catalogue as classes of frames, ordered by dataset and frame. Driver only. */
public final class ChosenLabels {
  private static final String REMEDY =
      "Import labels with submit/debye import labels=FILE, or simulate ramps, which have them.";

  private ChosenLabels() {}

  /**
   * Reads the table of labels.
   *
   * @throws InputException where there are none, they come from several origins and none is chosen,
   *     or names and numbers of classes do not belong together
   */
  public static LabelledFrames of(Catalogue catalogue, LabelChoice choice) {
    List<LabelRow> rows = new ArrayList<>();
    catalogue.labels().each(row -> keep(row, choice, rows));
    String where = catalogue.location() + "/labels";
    if (rows.isEmpty()) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          where,
          "no frame of the chosen datasets has a label"
              + (choice.origin() == null ? "" : " of the origin " + choice.origin()),
          REMEDY);
    }
    requireOneOrigin(rows, where);
    List<String> names = choice.classes().isEmpty() ? names(rows, where) : choice.classes();
    requireKnown(choice.classes(), rows, where);
    rows.removeIf(row -> !names.contains(row.className()));
    rows.sort(Comparator.comparing(LabelRow::datasetId).thenComparingLong(LabelRow::frame));
    return new LabelledFrames(
        rows.stream().map(LabelRow::datasetId).toList(),
        rows.stream().mapToInt(row -> Math.toIntExact(row.frame())).toArray(),
        new ClassLabels(
            names, rows.stream().mapToInt(row -> names.indexOf(row.className())).toArray()));
  }

  /** Some of the records, dataset by dataset; a record's id is its place among all. */
  public static List<LabelledDataset> datasets(LabelledFrames frames, int[] records) {
    int[] sorted = records.clone();
    Arrays.sort(sorted);
    List<LabelledDataset> datasets = new ArrayList<>();
    int from = 0;
    while (from < sorted.length) {
      String id = frames.datasets().get(sorted[from]);
      int to = from;
      while (to < sorted.length && frames.datasets().get(sorted[to]).equals(id)) {
        to++;
      }
      int[] own = Arrays.copyOfRange(sorted, from, to);
      datasets.add(
          new LabelledDataset(
              id,
              Arrays.stream(own).mapToLong(i -> frames.frames()[i]).toArray(),
              Arrays.stream(own).map(i -> frames.labels().values()[i]).toArray(),
              Arrays.stream(own).mapToLong(i -> i).toArray()));
      from = to;
    }
    return datasets;
  }

  private static void keep(LabelRow row, LabelChoice choice, List<LabelRow> rows) {
    @Nullable String origin = choice.origin();
    if (choice.datasetIds().contains(row.datasetId())
        && (origin == null || origin.equals(row.origin()))) {
      rows.add(row);
    }
  }

  private static void requireOneOrigin(List<LabelRow> rows, String where) {
    TreeSet<String> origins = new TreeSet<>();
    rows.forEach(row -> origins.add(row.origin()));
    if (origins.size() > 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "labels come from " + origins,
          "Choose one with labels.origin=" + origins.first() + ".");
    }
  }

  private static List<String> names(List<LabelRow> rows, String where) {
    Map<Integer, String> byNumber = new TreeMap<>();
    for (LabelRow row : rows) {
      String other = byNumber.putIfAbsent(row.label(), row.className());
      if (other != null && !other.equals(row.className())) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            where,
            "label " + row.label() + " is called " + other + " and " + row.className(),
            "Import the labels anew from one file, or choose datasets with one set of labels.");
      }
    }
    List<String> names = List.copyOf(byNumber.values());
    if (names.stream().distinct().count() != names.size()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "two numbers have one name among " + names,
          "Import the labels anew from one file, or choose datasets with one set of labels.");
    }
    return names;
  }

  private static void requireKnown(List<String> classes, List<LabelRow> rows, String where) {
    TreeSet<String> there = new TreeSet<>();
    rows.forEach(row -> there.add(row.className()));
    for (String name : classes) {
      if (!there.contains(name)) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            where,
            "no label is called '" + name + "'; there are " + there,
            "Set labels.classes to names among these, or leave it out.");
      }
    }
  }
}
