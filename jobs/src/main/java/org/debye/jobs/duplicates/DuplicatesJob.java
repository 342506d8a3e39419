package org.debye.jobs.duplicates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.TextTable;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.OpenSession;
import org.debye.spark.duplicate.Duplicate;
import org.debye.spark.duplicate.DuplicateSearch;
import org.debye.spark.duplicate.KeptSpectra;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.jspecify.annotations.Nullable;

/** Near duplicates of a catalogue, and a catalogue without them. */
public final class DuplicatesJob implements Job<DuplicatesConfig> {
  private static final int MOST = 20;

  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String summary() {
    return "spectra that are nearer than a threshold to another; a catalogue without them";
  }

  @Override
  public Class<DuplicatesConfig> config() {
    return DuplicatesConfig.class;
  }

  @Override
  public String example() {
    return "duplicates catalogue=tables nearer-than=0.015 output=unique";
  }

  @Override
  public ExitCode run(JobContext context, DuplicatesConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    refuseItself(catalogue, config.output());
    List<DatasetRow> datasets = new SpectraSelection(catalogue, config.dataset(), null).datasets();
    OpenSession spark = OpenSession.of(name());
    List<Duplicate> found =
        DuplicateSearch.run(
            spark.session(),
            catalogue,
            datasets.stream().map(DatasetRow::datasetId).toList(),
            config.nearerThan());
    long spectra = datasets.stream().mapToLong(DatasetRow::frames).sum();
    console.line(byDataset(datasets, found).text() + "\n");
    console.line(
        String.format(
            Locale.ROOT,
            "duplicates %,d of %,d spectra, %,d kept",
            found.size(),
            spectra,
            spectra - found.size()));
    console.line("list      " + list(catalogue, config, found));
    if (config.output() != null) {
      Catalogue target = Catalogue.at(config.output());
      RunRecord record =
          RunRecord.begin(name())
              .inputs(List.of(catalogue.location()))
              .configuration(ConfigText.of(config))
              .spark(DebyeSession.sparkVersion())
              .build();
      long written =
          new KeptSpectra(spark.session(), catalogue, target, record, found).write(datasets);
      console.line(
          String.format(
              Locale.ROOT,
              "tables    %s (%,d datasets, %,d unchanged)",
              target.location(),
              written,
              datasets.size() - written));
    }
    return ExitCode.DONE;
  }

  /** One place may be written in several ways. */
  private static void refuseItself(Catalogue catalogue, @Nullable String output) {
    if (output != null && Catalogue.at(output).location().equals(catalogue.location())) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "output=" + output,
          "it is the catalogue that is looked through",
          "Name another folder.");
    }
  }

  /** A line for each of the first datasets that have some. */
  private static TextTable byDataset(List<DatasetRow> datasets, List<Duplicate> found) {
    Map<String, Integer> counts = new TreeMap<>();
    found.forEach(one -> counts.merge(one.datasetId(), 1, Integer::sum));
    List<List<String>> rows = new ArrayList<>();
    for (DatasetRow dataset : datasets) {
      Integer count = counts.get(dataset.datasetId());
      if (count != null && rows.size() < MOST) {
        rows.add(List.of(dataset.name(), Long.toString(dataset.frames()), Integer.toString(count)));
      }
    }
    return new TextTable(
        "Duplicates" + (rows.size() < counts.size() ? ", first datasets" : ""),
        List.of("dataset", "spectra", "duplicates"),
        rows);
  }

  private static String list(Catalogue catalogue, DuplicatesConfig config, List<Duplicate> found) {
    List<List<String>> rows =
        found.stream()
            .map(
                one ->
                    List.of(
                        one.datasetId(),
                        Long.toString(one.frame()),
                        one.ofDatasetId(),
                        Long.toString(one.ofFrame())))
            .toList();
    PictureFolder folder = new PictureFolder(catalogue, config.name());
    try {
      folder.write(
          "duplicates",
          new TextTable(
              "Duplicates", List.of("dataset_id", "frame", "of_dataset_id", "of_frame"), rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.place() + "/duplicates.csv";
  }
}
