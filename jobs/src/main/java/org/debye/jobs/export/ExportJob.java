package org.debye.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.spark.table.Catalogue;

/** Spectra of a catalogue as the files that other tools read. Starts no Spark. */
public final class ExportJob implements Job<ExportConfig> {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "tables to CSV, .xy, NXazint1d HDF5 or bare Parquet files";
  }

  @Override
  public Class<ExportConfig> config() {
    return ExportConfig.class;
  }

  @Override
  public String example() {
    return "export catalogue=tables format=csv output=spectra.csv";
  }

  @Override
  public ExitCode run(JobContext context, ExportConfig config) {
    SpectraSelection spectra =
        new SpectraSelection(
            Catalogue.existing(config.catalogue()), config.dataset(), config.frames());
    try {
      if (config.output().equals("-")) {
        spectra.writeTo(new CsvWriter(context.console().out()));
        return ExitCode.DONE;
      }
      try (AtomicOutput output = AtomicOutput.at(config.output(), config.overwrite())) {
        long written = spectra.writeTo(writer(config.format(), output.temporary()));
        output.commit();
        context
            .console()
            .line(String.format(Locale.ROOT, "%,d spectra in %s", written, output.target()));
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpectraWriter writer(ExportConfig.Format format, Path target) throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(new BufferedOutputStream(Files.newOutputStream(target)));
      case XY -> new XyWriter(target);
    };
  }
}
