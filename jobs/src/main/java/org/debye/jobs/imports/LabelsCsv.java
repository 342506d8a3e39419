package org.debye.jobs.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.config.ConfigText;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.LabelImport;
import org.debye.spark.table.LabelText;

/** A file of labels into the table of labels. */
final class LabelsCsv {
  private LabelsCsv() {}

  /** Imports what is not there yet, and says what it was. */
  static ExitCode read(ImportConfig config, String file, Console console) {
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    RunRecord record =
        RunRecord.begin("import")
            .inputs(List.of(file))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .build();
    LabelImport.Outcome outcome =
        new LabelImport(DebyeSession.open("import"), catalogue)
            .run(LabelText.read(file, lines(file), record.runId()), record);
    console.line(
        String.format(
            Locale.ROOT,
            "imported  %,d labels of %,d datasets, %,d unchanged",
            outcome.labels(),
            outcome.datasets(),
            outcome.unchanged()));
    return ExitCode.DONE;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.UNREADABLE_FILE,
          file,
          "the labels cannot be read (" + e.getMessage() + ")",
          "Name a local CSV file in UTF-8.",
          e);
    }
  }
}
